import { TRIMMED } from "../contract/format.ts";
import type { CallFacts } from "../contract/operation.ts";
import type { Codec } from "../wire/codec.ts";
import type { SettingRules } from "./complete-settings.ts";
import type { ClientContext, Result } from "./create-operation.ts";
import type { OwnHeaders } from "./own-headers.ts";
import { type ClientOptions, resolveClientSettings } from "./settings.ts";

/**
 * Resolves the settings of a client once; throws `ConfigurationError` where one is missing or impossible. The facts are those
 * of any operation of the API: token, parameters and formats are the same for all of them. `others` names the settings that
 * this API has beside those of all clients, its token and its parameters, and what they must be.
 */
export function createContext(
  { baseUrl, secret, parameters, formats }: CallFacts,
  codec: Codec,
  options: ClientOptions,
  others: SettingRules = {},
  ownHeaders: OwnHeaders = { headers: {}, secrets: [] },
): ClientContext {
  const own = secret ? { ...parameters, apiToken: { ...secret.rule, format: TRIMMED } } : parameters;
  const settings = resolveClientSettings(options, { ...own, baseUrl: { type: "string" } }, others, baseUrl);
  const mediaType = Object.keys(formats).find((type) => formats[type] === codec.encoding) as string;
  const token = settings["apiToken"] as string;
  return {
    settings,
    codec,
    headers: { ...ownHeaders.headers, accept: codec.accept, "content-type": mediaType },
    token: secret ? { [secret.in]: { [secret.name]: token } } : {},
    secrets: [...(secret ? [token] : []), ...ownHeaders.secrets],
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
