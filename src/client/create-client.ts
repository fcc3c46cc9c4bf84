import type { OperationFacts, RequestFormat } from "../contract/operation.ts";
import type { Codec } from "../wire/codec.ts";
import { checkSetting } from "./check-setting.ts";
import type { ClientContext, Result } from "./create-operation.ts";
import { ConfigurationError } from "./errors.ts";
import { buildUrl } from "./openapi-fetch.ts";
import { type ClientOptions, resolveClientSettings } from "./settings.ts";

/** What makes one API's client out of the shared runtime. */
export interface ClientPlan {
  /** Any operation of the API: token, parameters and formats are the same for all of them. */
  readonly facts: OperationFacts;
  readonly options: ClientOptions;
  readonly defaultBaseUrl?: string;
  /** Values of the path parameters. */
  readonly path?: Readonly<Record<string, string | undefined>>;
  /** The token, where the API has one. */
  readonly secret?: string | undefined;
  /** Headers of the caller's own. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The formats that the client can speak, the default one first. */
  readonly codecs: readonly [Codec, ...Codec[]];
  /** The one that it shall speak. */
  readonly format?: string | undefined;
}

/** Resolves the settings of a client once; throws `ConfigurationError` where one is missing or impossible. */
export function createContext(plan: ClientPlan): ClientContext {
  const { facts, options, secret, headers = {} } = plan;
  const settings = resolveClientSettings(options, plan.defaultBaseUrl);
  const ownHeaders = checkHeaders(headers);
  const path = checkPath(plan);
  const token = facts.secret
    ? { [facts.secret.name]: checkSetting("apiToken", secret, facts.secret.rule) }
    : {};
  const codec = chooseCodec(plan);
  const { mediaType } = facts.formats.find(({ encoding }) => encoding === codec.encoding) as RequestFormat;
  const accept = codec.encoding === "xml" ? mediaType : "application/json";
  const query = facts.secret?.in === "query" ? token : {};
  return {
    settings,
    urlOf: (operation) => buildUrl(operation.path, settings.baseUrl, { path, query }),
    headers: { ...ownHeaders, accept, "content-type": mediaType },
    codec,
    secretMembers: facts.secret?.in === "body" ? token : {},
    secrets: [...Object.values(token), ...Object.values(ownHeaders).flatMap(secretsOf)],
  };
}

function chooseCodec({ codecs, format }: ClientPlan): Codec {
  const found = format === undefined ? codecs[0] : codecs.find(({ encoding }) => encoding === format);
  if (found) return found;
  const known = codecs.map(({ encoding }) => encoding).join(" or ");
  throw new ConfigurationError({
    message: `format must be ${known}, and ${JSON.stringify(format)} came`,
    setting: "format",
  });
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

/** Headers in lower case. A name or value that no request can hold is found here, and not when people are sent. */
function checkHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  try {
    return Object.fromEntries(new Headers(headers));
  } catch {
    const message = "headers must hold names and values that HTTP allows: letters, digits and signs of ASCII";
    throw new ConfigurationError({ message, setting: "headers" });
  }
}

/** The parts of a header that an answer may echo: the whole, what follows the scheme, and what Basic encodes. */
function secretsOf(value: string): string[] {
  const [scheme = "", ...parts] = value.split(" ");
  const decoded = /^basic$/i.test(scheme) ? parts.map(decodeBase64) : [];
  return [value, ...parts, ...decoded, ...decoded.flatMap((pair) => pair.split(":").slice(1))];
}

function decodeBase64(text: string): string {
  try {
    return atob(text);
  } catch {
    return "";
  }
}

/** The document's pattern keeps a value from changing the path that it stands in. */
function checkPath({ facts, path = {} }: ClientPlan): Record<string, string> {
  const values = Object.entries(facts.parameters).map(([name, rule]) => [
    name,
    checkSetting(name, path[name], rule),
  ]);
  return Object.fromEntries(values) as Record<string, string>;
}
