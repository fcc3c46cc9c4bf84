// The only file that imports openapi-fetch; ARCHITECTURE.md says what would replace it.
import createOpenapiFetch, { type Client } from "openapi-fetch";
import type { OperationFacts } from "../contract/operation.ts";
import type { Codec } from "../wire/codec.ts";
import type { TransportRequest } from "./transport.ts";

/** The typed openapi-fetch client of an API. */
export type RawClient<Paths extends object> = Client<Paths>;

export type BuiltRequest = Omit<TransportRequest, "signal">;

/** What one client puts into each of its requests. */
export interface RequestParts {
  readonly baseUrl: string;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly mediaType: string;
  readonly codec: Codec;
}

export type BuildRequest = (facts: OperationFacts, body: object) => Promise<BuiltRequest>;

/** Stands in for the platform's Request, which costs more than the whole rest of a call. */
class PlainRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string;

  constructor(url: string, { method, headers, body }: { method: string; headers: Headers; body: string }) {
    this.url = url;
    this.method = method;
    this.headers = headers;
    this.body = body;
  }
}

/** What openapi-fetch gets as its answer when it was only asked to build. */
const NOTHING = { status: 204, ok: true, headers: new Map() } as unknown as Response;

/** Makes the step that turns a record into URL, headers and body, by openapi-fetch. It sends nothing. */
export function createRequestBuilder({
  baseUrl,
  path,
  query,
  headers,
  mediaType,
  codec,
}: RequestParts): BuildRequest {
  const client = createOpenapiFetch<Record<string, never>>({ baseUrl, Request: PlainRequest as never });
  const accept = codec.encoding === "xml" ? mediaType : "application/json";
  const allHeaders = { accept, ...headers, "content-type": mediaType };

  return async function buildRequest(facts, body) {
    let built: BuiltRequest | undefined;
    await client.request(
      facts.method.toLowerCase() as never,
      facts.path as never,
      {
        params: { path, query },
        headers: allHeaders,
        body,
        bodySerializer: () => codec.encode(body, facts),
        fetch: async (request: unknown) => {
          built = request as BuiltRequest;
          return NOTHING;
        },
      } as never,
    );
    return built as BuiltRequest;
  };
}

/** Makes the openapi-fetch client that callers get as `raw`, with our way of sending. */
export function createRawClient<Paths extends object>(
  baseUrl: string,
  fetch: (request: Request) => Promise<Response>,
  bodySerializer: (body: unknown, headers: Headers) => string,
): RawClient<Paths> {
  return createOpenapiFetch<Paths>({ baseUrl, fetch, bodySerializer: bodySerializer as never });
}
