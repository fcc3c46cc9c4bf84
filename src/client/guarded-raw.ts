import type { CallFacts } from "../contract/operation.ts";
import type { Codec } from "../wire/codec.ts";
import type { completeError } from "./complete-error.ts";
import type { ClientContext } from "./create-operation.ts";
import type { isUncertain } from "./decide-retry.ts";
import type { UserpushError } from "./errors.ts";
import { createOpenapiClient, type RawClient } from "./openapi-fetch.ts";
import type { sendOnce } from "./send-once.ts";

/** What this module shares with the other calls. */
type Runtime = [send: typeof sendOnce, complete: typeof completeError, isUncertain: typeof isUncertain];

/**
 * Makes the openapi-fetch client, with our bodies and our rules on redirects and time. `facts` are those of any operation of the
 * API. The runtime of the other calls is handed over, so that this module brings along openapi-fetch and nothing else.
 */
export function createGuardedRaw<Paths extends object>(
  facts: CallFacts,
  codecs: readonly [Codec, ...Codec[]],
  { settings, didNothing }: ClientContext,
  [send, complete, uncertain]: Runtime,
): RawClient<Paths> {
  const policy = { repeatSafe: facts.repeatSafe, didNothing };
  async function fetchGuarded(request: Request): Promise<Response> {
    const { url, method, headers, signal } = request;
    const body = await request.text();
    const limits = { signal, timeoutMs: Math.min(settings.timeoutMs, settings.deadlineMs) };
    const { status, text, ...answer } = await send(
      { url, method, headers: Object.fromEntries(headers), body },
      { ...settings, ...limits },
      Number.POSITIVE_INFINITY,
      () => "***",
    ).catch((failure: UserpushError) => {
      throw complete(failure, method, 1, uncertain(failure, policy));
    });
    return new Response(mayHaveBody(status) ? text : null, { status, headers: answer.headers() });
  }

  function serialize(body: unknown, headers: Headers): string {
    const mediaType = headers.get("content-type")?.split(";", 1)[0] ?? "";
    const codec = codecs.find(({ encoding }) => encoding === facts.formats[mediaType]) ?? codecs[0];
    return codec.encode(body as object, facts);
  }

  return createOpenapiClient<Paths>(settings.baseUrl, fetchGuarded, serialize);
}

function mayHaveBody(status: number): boolean {
  return status !== 204 && status !== 205;
}
