import type { OperationFacts, RequestFormat } from "../contract/operation.ts";
import type { Codec } from "../wire/codec.ts";
import { buildUrl } from "./build-url.ts";
import { checkSetting } from "./check-setting.ts";
import type { ClientContext, Result } from "./create-operation.ts";
import type { OwnHeaders } from "./own-headers.ts";
import { type ClientOptions, resolveClientSettings } from "./settings.ts";

/** What makes one API's client out of the shared runtime. */
export interface ClientPlan {
  /** Any operation of the API: token, parameters and formats are the same for all of them. */
  readonly facts: OperationFacts;
  readonly options: ClientOptions;
  /** The settings that this API has beside those of all clients. */
  readonly own: readonly string[];
  readonly defaultBaseUrl?: string;
  /** Values of the path parameters. */
  readonly path?: Readonly<Record<string, string | undefined>>;
  /** The token, where the API has one. */
  readonly secret?: string | undefined;
  readonly ownHeaders?: OwnHeaders;
  /** The format that the client speaks. */
  readonly codec: Codec;
}

/** Resolves the settings of a client once; throws `ConfigurationError` where one is missing or impossible. */
export function createContext(plan: ClientPlan): ClientContext {
  const { facts, options, path = {}, codec, ownHeaders } = plan;
  const settings = resolveClientSettings(options, plan.own, plan.defaultBaseUrl);
  const parameters = Object.entries(facts.parameters).map(
    ([name, rule]) => [name, checkSetting(name, path[name], rule)] as const,
  );
  const token = facts.secret
    ? { [facts.secret.name]: checkSetting("apiToken", plan.secret, facts.secret.rule) }
    : {};
  const { mediaType } = facts.formats.find(({ encoding }) => encoding === codec.encoding) as RequestFormat;
  const query = facts.secret?.in === "query" ? token : {};
  return {
    settings,
    codec,
    urlOf: (operation) => buildUrl(settings.baseUrl, operation.path, parameters, query),
    headers: { ...ownHeaders?.headers, accept: codec.accept, "content-type": mediaType },
    secretMembers: facts.secret?.in === "body" ? token : {},
    secrets: [...Object.values(token), ...(ownHeaders?.secrets ?? [])],
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
