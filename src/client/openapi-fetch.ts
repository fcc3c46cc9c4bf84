// The only file that imports openapi-fetch; ARCHITECTURE.md says what would replace it.
import createOpenapiFetch, {
  type Client,
  createFinalURL,
  createQuerySerializer,
  defaultPathSerializer,
} from "openapi-fetch";

/** The typed openapi-fetch client of an API. */
export type RawClient<Paths extends object> = Client<Paths>;

/** Where an operation of one client is: the same for each of its calls, so it is built once. */
export function buildUrl(
  template: string,
  baseUrl: string,
  params: { readonly path: Record<string, string>; readonly query: Record<string, string> },
): string {
  const querySerializer = createQuerySerializer();
  return createFinalURL(template, {
    baseUrl,
    params,
    querySerializer,
    pathSerializer: defaultPathSerializer,
  });
}

/** Makes the openapi-fetch client that callers get as `raw`, with our way of sending. */
export function createRawClient<Paths extends object>(
  baseUrl: string,
  fetch: (request: Request) => Promise<Response>,
  bodySerializer: (body: unknown, headers: Headers) => string,
): RawClient<Paths> {
  return createOpenapiFetch<Paths>({ baseUrl, fetch, bodySerializer: bodySerializer as never });
}
