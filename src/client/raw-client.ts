import type { OperationFacts } from "../contract/operation.ts";
import { encodeBody } from "../wire/encode-body.ts";
import { createRawClient, type RawClient } from "./build-request.ts";
import { createCancellation } from "./cancellation.ts";
import { RedirectError } from "./errors.ts";
import { toError } from "./failure.ts";
import { sendOnce } from "./send-once.ts";
import type { ClientSettings } from "./settings.ts";

export type { RawClient };

/**
 * Makes the typed openapi-fetch client of an API. It sends what it is given, token included, once: it neither checks
 * nor repeats anything, but follows no redirect and ends at the deadline, body included.
 */
export function createGuardedRaw<Paths extends object>(
  settings: ClientSettings,
  operations: readonly OperationFacts[],
): RawClient<Paths> {
  const formats = operations.flatMap((facts) => facts.formats.map((format) => ({ facts, format })));

  function serialize(body: unknown, headers: Headers): string {
    const mediaType = headers.get("content-type")?.split(";", 1)[0] ?? "application/json";
    const found = formats.find(({ format }) => format.mediaType === mediaType);
    return found ? encodeBody(body as object, found.format, found.facts) : JSON.stringify(body);
  }
  return createRawClient<Paths>(settings.baseUrl, (request) => fetchGuarded(request, settings), serialize);
}

async function fetchGuarded(request: Request, settings: ClientSettings): Promise<Response> {
  const { url, method, headers, signal } = request;
  const body = await request.text();
  const limit = { afterMs: Math.min(settings.timeoutMs, settings.deadlineMs), ending: "timeout" } as const;
  const cancellation = createCancellation(settings.clock, signal, limit);
  try {
    const sent = await sendOnce({
      request: { url, method, headers, body },
      transport: settings.transport,
      cancellation,
      redact: () => "***",
      abortReason: () => signal.reason,
      onStatus: refuseRedirect,
    });
    if ("failure" in sent) throw toError(sent.failure, method, 1, false);
    const { status, text, headers: answerHeaders } = sent.answer;
    return new Response(mayHaveBody(status) ? text : null, { status, headers: answerHeaders() });
  } finally {
    cancellation.release();
  }
}

function mayHaveBody(status: number): boolean {
  return status !== 204 && status !== 205 && status !== 304;
}

function refuseRedirect(status: number): void {
  if (status !== 0 && (status < 300 || status > 399)) return;
  throw new RedirectError({
    message: "the API answered with a redirect, which is not followed",
    status,
    attempts: 1,
  });
}
