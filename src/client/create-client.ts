import type { OperationFacts, RequestFormat, SecretFacts } from "../contract/operation.ts";
import type { Codec } from "../wire/codec.ts";
import { buildUrl } from "./build-url.ts";
import { checkSettings } from "./check-settings.ts";
import type { ClientContext, Result } from "./create-operation.ts";
import type { OwnHeaders } from "./own-headers.ts";
import { type ClientOptions, resolveClientSettings } from "./settings.ts";

/** What makes one API's client out of the shared runtime. */
export interface ClientPlan {
  /** Any operation of the API: token, parameters and formats are the same for all of them. */
  readonly facts: OperationFacts;
  readonly options: ClientOptions;
  /** The settings that this API has beside those of all clients: token, values of path parameters, and what else it takes. */
  readonly own: Readonly<Record<string, unknown>>;
  readonly defaultBaseUrl?: string;
  readonly ownHeaders?: OwnHeaders;
  /** The format that the client speaks. */
  readonly codec: Codec;
}

/** Resolves the settings of a client once; throws `ConfigurationError` where one is missing or impossible. */
export function createContext(plan: ClientPlan): ClientContext {
  const { facts, options, codec, ownHeaders } = plan;
  const { secret, parameters, formats } = facts;
  const settings = resolveClientSettings(options, Object.keys(plan.own), plan.defaultBaseUrl);
  const own = plan.own as Readonly<Record<string, string>>;
  checkSettings(own, secret ? { ...parameters, apiToken: secret.rule } : parameters);
  const { mediaType } = formats.find(({ encoding }) => encoding === codec.encoding) as RequestFormat;
  const token = own["apiToken"] as string;
  const { body = {}, query }: Carried = secret ? { [secret.in]: { [secret.name]: token } } : {};
  return {
    settings,
    codec,
    urlOf: ({ path }) => buildUrl(settings.baseUrl, path, own),
    query: query ? `?${new URLSearchParams(query)}` : "",
    headers: { ...ownHeaders?.headers, accept: codec.accept, "content-type": mediaType },
    secretMembers: body,
    secrets: [...(secret ? [token] : []), ...(ownHeaders?.secrets ?? [])],
  };
}

/** The token, where it travels. */
type Carried = Partial<Record<SecretFacts["in"], Readonly<Record<string, string>>>>;

/** The same call in the style that throws. */
export function throwing<Args extends unknown[], Data>(
  safe: (...args: Args) => Promise<Result<Data>>,
): (...args: Args) => Promise<Data> {
  return async function call(...args) {
    const result = await safe(...args);
    if (result.ok) return result.data;
    throw result.error;
  };
}
