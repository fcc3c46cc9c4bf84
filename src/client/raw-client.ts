import type { OperationFacts } from "../contract/operation.ts";
import type { Codec } from "../wire/codec.ts";
import { toError } from "./failure.ts";
import type { RawClient } from "./openapi-fetch.ts";
import { sendOnce } from "./send-once.ts";
import type { ClientSettings } from "./settings.ts";

export type { RawClient };

/** What a client of openapi-fetch can do: a call for each method of HTTP, and middleware. */
const METHODS = "request GET PUT POST DELETE OPTIONS HEAD PATCH TRACE use eject".split(" ");

type Method = (...args: unknown[]) => unknown;

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
  const fetch = (request: Request) => fetchGuarded(request, settings, facts.effect === "create");
  return deferred<Paths>(async () => {
    const { createOpenapiClient } = await import("./openapi-fetch.ts");
    return createOpenapiClient<Paths>(settings.baseUrl, fetch, serialize);
  });
}

/** A client that is loaded with its first use: most programs never use it. What is asked of it keeps its order. */
function deferred<Paths extends object>(load: () => Promise<RawClient<Paths>>): RawClient<Paths> {
  let loading: Promise<RawClient<Paths>> | undefined;
  const methods = METHODS.map((name) => {
    async function method(...args: unknown[]): Promise<unknown> {
      loading ??= load();
      const client = (await loading) as unknown as Readonly<Record<string, Method>>;
      return client[name]?.(...args);
    }
    return [name, method];
  });
  return Object.fromEntries(methods) as RawClient<Paths>;
}

async function fetchGuarded(
  request: Request,
  settings: ClientSettings,
  isCreate: boolean,
): Promise<Response> {
  const { url, method, headers, signal } = request;
  const { clock, transport, timeoutMs, deadlineMs } = settings;
  const sent = await sendOnce({
    request: { url, method, headers: Object.fromEntries(headers), body: await request.text() },
    transport,
    limit: { clock, signal, afterMs: Math.min(timeoutMs, deadlineMs), ending: "timeout" },
    redact: () => "***",
  });
  if ("failure" in sent) throw toError(sent.failure, method, 1, isCreate);
  const { status, text, headers: answerHeaders } = sent.answer;
  return new Response(mayHaveBody(status) ? text : null, { status, headers: answerHeaders() });
}

function mayHaveBody(status: number): boolean {
  return status !== 204 && status !== 205 && status !== 304;
}
