// The only file that imports openapi-fetch; ARCHITECTURE.md says what would replace it.
import createOpenapiFetch, { type Client } from "openapi-fetch";

/** The typed openapi-fetch client of an API. */
export type RawClient<Paths extends object> = Client<Paths>;

/** Makes an openapi-fetch client with our way of sending. */
export function createOpenapiClient<Paths extends object>(
  baseUrl: string,
  fetch: (request: Request) => Promise<Response>,
  bodySerializer: (body: unknown, headers: Headers) => string,
): RawClient<Paths> {
  return createOpenapiFetch<Paths>({ baseUrl, fetch, bodySerializer: bodySerializer as never });
}
