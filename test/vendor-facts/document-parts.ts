import type { Content, Document, MediaType, Operation, Parameter, Schema } from "./read-document.ts";

/** Where a schema is used: a request or an answer in one media type, or a parameter. */
export interface Part {
  readonly place: string;
  readonly status?: string;
  readonly mediaType?: string;
  readonly schema: Schema;
  readonly media?: MediaType;
}

export function operationsOf(document: Document): { path: string; method: string; operation: Operation }[] {
  return Object.entries(document.paths).flatMap(([path, { parameters, ...methods }]) =>
    Object.entries(methods).map(([method, operation]) => ({
      path,
      method,
      operation: withParameters(operation, parameters ?? []),
    })),
  );
}

function withParameters(operation: Operation, shared: Parameter[]): Operation {
  return { ...operation, parameters: [...shared, ...(operation.parameters ?? [])] };
}

export function partsOf(operation: Operation): Part[] {
  const { operationId, parameters = [], requestBody, responses } = operation;
  return [
    ...parameters.map(({ name, schema }) => ({ place: `${operationId} parameter/${name}`, schema })),
    ...contentParts(`${operationId} request`, requestBody),
    ...Object.entries(responses).flatMap(([status, response]) =>
      contentParts(`${operationId} ${outcomeOf(status)}`, response).map((part) => ({ ...part, status })),
    ),
  ];
}

export function outcomeOf(status: string): "answer" | "error" {
  return status.startsWith("2") ? "answer" : "error";
}

function contentParts(place: string, { content = {} }: Content): Part[] {
  return Object.entries(content).map(([mediaType, media]) => {
    return { place, mediaType, schema: media.schema ?? {}, media };
  });
}

/** A schema and every schema inside it, each with its place. */
export function nested(place: string, schema: Schema): [place: string, schema: Schema][] {
  const properties = Object.entries(schema.properties ?? {});
  return [
    [place, schema],
    ...properties.flatMap(([name, property]) => nested(`${place}/${name}`, property)),
    ...(schema.items ? nested(`${place}[]`, schema.items) : []),
  ];
}

/** Every mark of an inference, as the place and the keyword that it speaks of. */
export function marksOf(operation: Operation): string[] {
  const { operationId, parameters = [] } = operation;
  return [
    ...marks(operationId, operation),
    ...parameters.flatMap((it) => marks(`${operationId} parameter/${it.name}`, it)),
    ...partsOf(operation).flatMap(({ place, schema }) =>
      nested(place, schema).flatMap(([at, inner]) => marks(at, inner)),
    ),
  ];
}

// A parameter's mark goes through its schema, which has no place of its own.
function marks(place: string, node: { "x-inferred"?: Record<string, string> }): string[] {
  return Object.keys(node["x-inferred"] ?? {}).map((path) => `${place} ${path.replace(/^schema\//, "")}`);
}
