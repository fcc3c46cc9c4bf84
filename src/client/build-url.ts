/** Where an operation of one client is: the same for each of its calls, so it is built once. */
export function buildUrl(
  baseUrl: string,
  template: string,
  parameters: Readonly<Record<string, string>>,
): string {
  return (
    baseUrl +
    template.replace(/{(\w+)}/g, (_, name: string) => encodeURIComponent(parameters[name] as string))
  );
}
