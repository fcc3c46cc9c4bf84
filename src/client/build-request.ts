import type { CallFacts, SecretFacts } from "../contract/operation.ts";
import type { Codec } from "../wire/codec.ts";
import type { TransportRequest } from "./transport.ts";

/** What all requests of one client have. */
export interface RequestPlan {
  /** With the path parameters. */
  readonly settings: { readonly baseUrl: string; readonly [name: string]: unknown };
  readonly codec: Codec;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** The token, where it travels. */
  readonly token: { readonly [Place in SecretFacts["in"]]?: Readonly<Record<string, string>> };
}

/** The requests to one operation. */
export interface Requests {
  /** Where it is, without what follows in the query: that may be a token. */
  readonly url: string;
  /** Makes the request for a record. */
  readonly build: (record: object) => Omit<TransportRequest, "signal">;
}

/** The address of an operation is the same for each of its calls, so it is made once. */
export function createRequests(facts: CallFacts, plan: RequestPlan): Requests {
  const { settings, codec, headers, token } = plan;
  const { method, path } = facts;
  const url =
    settings.baseUrl +
    path.replace(/{(\w+)}/g, (_, name: string) => encodeURIComponent(settings[name] as string));
  const target = token.query ? `${url}?${new URLSearchParams(token.query)}` : url;
  function build(record: object): Omit<TransportRequest, "signal"> {
    // The token comes first, where a reader looks for it, and no member of a record replaces it.
    const body = codec.encode({ ...token.body, ...record, ...token.body }, facts);
    return { url: target, method, headers, body };
  }
  return { url, build };
}
