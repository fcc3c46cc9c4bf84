/** Where an operation of one client is: the same for each of its calls, so it is built once. */
export function buildUrl(
  baseUrl: string,
  template: string,
  parameters: readonly (readonly [name: string, value: string])[],
  query: Readonly<Record<string, string>>,
): string {
  const path = parameters.reduce(
    (rest, [name, value]) => rest.replace(`{${name}}`, encodeURIComponent(value)),
    template,
  );
  const search = new URLSearchParams(query).toString();
  return `${baseUrl}${path}${search && `?${search}`}`;
}
