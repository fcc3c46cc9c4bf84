/** The part of Redocly's rule context that our rules use. */
export interface Context {
  report(problem: { message: string; location?: Location }): void;
  resolve(node: unknown): { node?: unknown };
  readonly location: Location;
}

export interface Location {
  readonly source: { readonly absoluteRef: string };
  child(path: readonly (string | number)[]): Location;
  key(): Location;
}

export type Node = Record<string, unknown>;

export function isObject(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Follows a reference; what stands beside it wins over what it points to, as in JSON Schema 2020-12. */
export function follow(node: unknown, { resolve }: Context): Node {
  if (!isObject(node)) return {};
  if (!("$ref" in node)) return node;
  const { $ref, ...beside } = node;
  return { ...follow(resolve({ $ref }).node, { resolve } as Context), ...beside };
}
