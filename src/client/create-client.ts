import type { OperationFacts, RequestFormat } from "../contract/operation.ts";
import type { Codec } from "../wire/codec.ts";
import { checkSettings } from "./check-settings.ts";
import type { ClientContext, Result } from "./create-operation.ts";
import type { OwnHeaders } from "./own-headers.ts";
import { type ClientOptions, resolveClientSettings } from "./settings.ts";

/**
 * Resolves the settings of a client once; throws `ConfigurationError` where one is missing or impossible. The facts are those
 * of any operation of the API: token, parameters and formats are the same for all of them. `own` has the settings that this
 * API has beside those of all clients: token, values of path parameters, and what else it takes.
 */
export function createContext(
  { baseUrl, secret, parameters, formats }: OperationFacts,
  codec: Codec,
  options: ClientOptions,
  own: Readonly<Record<string, unknown>>,
  ownHeaders?: OwnHeaders,
): ClientContext {
  const settings = resolveClientSettings(options, Object.keys(own), baseUrl);
  checkSettings(own, secret ? { ...parameters, apiToken: secret.rule } : parameters);
  const { mediaType } = formats.find(({ encoding }) => encoding === codec.encoding) as RequestFormat;
  const token = own["apiToken"] as string;
  return {
    settings,
    codec,
    own,
    headers: { ...ownHeaders?.headers, accept: codec.accept, "content-type": mediaType },
    token: secret ? { [secret.in]: { [secret.name]: token } } : {},
    secrets: [...(secret ? [token] : []), ...(ownHeaders?.secrets ?? [])],
  };
}

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
