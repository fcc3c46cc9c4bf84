import type { OperationFacts } from "../contract/operation.ts";
import type { Codec } from "../wire/codec.ts";
import { createCancellation } from "./cancellation.ts";
import { toError } from "./failure.ts";
import { createRawClient, type RawClient } from "./openapi-fetch.ts";
import { sendOnce } from "./send-once.ts";
import type { ClientSettings } from "./settings.ts";

export type { RawClient };

/**
 * Makes the typed openapi-fetch client of an API. It sends what it is given, token included, once: it neither checks
 * nor repeats anything, but follows no redirect and ends at the deadline, body included.
 */
export function createGuardedRaw<Paths extends object>(
  settings: ClientSettings,
  facts: OperationFacts,
  codecs: readonly [Codec, ...Codec[]],
): RawClient<Paths> {
  function serialize(body: unknown, headers: Headers): string {
    const mediaType = headers.get("content-type")?.split(";", 1)[0];
    const format = facts.formats.find((one) => one.mediaType === mediaType);
    const codec = codecs.find(({ encoding }) => encoding === format?.encoding) ?? codecs[0];
    return codec.encode(body as object, facts);
  }
  return createRawClient<Paths>(
    settings.baseUrl,
    (request) => fetchGuarded(request, settings, facts.effect === "create"),
    serialize,
  );
}

async function fetchGuarded(
  request: Request,
  settings: ClientSettings,
  isCreate: boolean,
): Promise<Response> {
  const { url, method, headers, signal } = request;
  const body = await request.text();
  const limit = { afterMs: Math.min(settings.timeoutMs, settings.deadlineMs), ending: "timeout" } as const;
  const cancellation = createCancellation(settings.clock, signal, limit);
  try {
    const sent = await sendOnce({
      request: { url, method, headers: Object.fromEntries(headers), body },
      transport: settings.transport,
      cancellation,
      redact: () => "***",
      abortReason: () => signal.reason,
      onStatus: () => undefined,
    });
    if ("failure" in sent) throw toError(sent.failure, method, 1, isCreate);
    const { status, text, headers: answerHeaders } = sent.answer;
    return new Response(mayHaveBody(status) ? text : null, { status, headers: answerHeaders() });
  } finally {
    cancellation.release();
  }
}

function mayHaveBody(status: number): boolean {
  return status !== 204 && status !== 205 && status !== 304;
}
