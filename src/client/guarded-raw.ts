import type { OperationFacts } from "../contract/operation.ts";
import type { Codec } from "../wire/codec.ts";
import type { Failure, toError } from "./failure.ts";
import { createOpenapiClient, type RawClient } from "./openapi-fetch.ts";
import type { sendOnce } from "./send-once.ts";
import type { ClientSettings } from "./settings.ts";

/** What the raw client is made of. */
export interface RawPlan {
  readonly settings: ClientSettings;
  /** Any operation of the API. */
  readonly facts: OperationFacts;
  readonly codecs: readonly [Codec, ...Codec[]];
  /** The runtime of the other calls. It is handed over, so that this module brings along openapi-fetch and nothing else. */
  readonly sendOnce: typeof sendOnce;
  readonly toError: typeof toError;
}

/** Makes the openapi-fetch client, with our bodies and our rules on redirects and time. */
export function createGuardedRaw<Paths extends object>(plan: RawPlan): RawClient<Paths> {
  return createOpenapiClient<Paths>(
    plan.settings.baseUrl,
    (request) => fetchGuarded(request, plan),
    (body, headers) => serialize(body as object, headers, plan),
  );
}

function serialize(body: object, headers: Headers, { facts, codecs }: RawPlan): string {
  const mediaType = headers.get("content-type")?.split(";", 1)[0];
  const format = facts.formats.find((one) => one.mediaType === mediaType);
  const codec = codecs.find(({ encoding }) => encoding === format?.encoding) ?? codecs[0];
  return codec.encode(body, facts);
}

async function fetchGuarded(request: Request, plan: RawPlan): Promise<Response> {
  const { settings, facts } = plan;
  const { url, method, headers, signal } = request;
  const body = await request.text();
  try {
    const answer = await plan.sendOnce(
      { url, method, headers: Object.fromEntries(headers), body },
      { ...settings, signal, timeoutMs: Math.min(settings.timeoutMs, settings.deadlineMs) },
      Number.POSITIVE_INFINITY,
      () => "***",
    );
    const { status, text } = answer;
    return new Response(mayHaveBody(status) ? text : null, { status, headers: answer.headers() });
  } catch (failure) {
    throw plan.toError(failure as Failure, method, 1, facts.repeatSafe);
  }
}

function mayHaveBody(status: number): boolean {
  return status !== 204 && status !== 205;
}
