import type {
  CallFacts,
  Effect,
  Encoding,
  OperationFacts,
  SecretFacts,
  XmlFacts,
} from "../../src/contract/operation.ts";
import type { ScalarRule } from "../../src/contract/rule.ts";
import { compileRule } from "./compile-rule.ts";
import {
  type Document,
  type Operation,
  type Parameter,
  type PathItem,
  resolve,
  type Schema,
} from "./document.ts";
import { Expression } from "./print.ts";

/** What a client must know of one operation, with its rules named instead of written out. */
export type CompiledCall = Omit<CallFacts, "record" | "answer" | "faults"> & {
  readonly record: Expression;
  readonly answer: Expression;
  readonly faults?: Expression;
};

export function compileCall(document: Document, path: string, item: PathItem): CompiledCall {
  const operation = item.post;
  const requestSchema = bodySchema(operation.requestBody);
  const answerSchema = bodySchema(operation.responses["200"]);
  const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
  return {
    id: operation.operationId,
    method: "POST",
    path,
    ...optional("baseUrl", fixedServer(document)),
    repeatSafe: operation["x-repeat-safe"],
    ...optional("secret", findSecret(document, requestSchema, parameters)),
    parameters: compilePathParameters(document, parameters),
    formats: compileFormats(operation),
    record: new Expression(nameOf(requestSchema)),
    ...optional("requestXml", compileXml(document, requestSchema)),
    answer: new Expression(nameOf(answerSchema)),
    ...optional("answerXml", compileXml(document, answerSchema)),
    ...optional("faults", faultSchemaOf(document) && new Expression("faults")),
  };
}

/** What only those must know who keep people, or make up an API. */
export function compileOperation({ post: operation }: PathItem): Omit<OperationFacts, keyof CallFacts> {
  return {
    effect: operation["x-effect"] as Effect,
    identity: operation["x-identity"] ?? [],
    ...optional("reference", operation["x-reference"]),
  };
}

/** A server with variables is a different one for each caller, who must name it. */
function fixedServer({ servers: [server] }: Document): string | undefined {
  return server?.variables ? undefined : server?.url;
}

/** The component schema that carries the fault table, if the vendor documents errors at all. */
export function faultSchemaOf(document: Document): Schema | undefined {
  return Object.values(document.components.schemas).find((schema) => "x-faults" in schema);
}

/** The name of the component schema that a body refers to. */
export function nameOf(schema: Schema): string {
  const name = schema.$ref?.split("/").at(-1);
  if (!name) throw new Error("the schema of a body must be a reference to a component");
  return name;
}

/** All media types of a body share one schema; the custom lint rule holds the documents to that. */
export function bodySchema(body: { content?: Record<string, { schema: Schema }> } | undefined): Schema {
  const [first] = Object.values(body?.content ?? {});
  if (!first) throw new Error("an operation must have a request body and an answer 200");
  return first.schema;
}

function findSecret(
  document: Document,
  body: Schema,
  parameters: readonly Parameter[],
): SecretFacts | undefined {
  const inQuery = parameters.map((one) => resolve(document, one)).find((one) => one["x-secret"]);
  if (inQuery)
    return secretFacts(document, "query", inQuery.name, { ...inQuery.schema, "x-sensitive": true });
  const properties = Object.entries(resolve(document, body).properties ?? {});
  const inBody = properties.find(([, property]) => resolve(document, property)["x-secret"]);
  return inBody && secretFacts(document, "body", inBody[0], inBody[1]);
}

function secretFacts(document: Document, place: "body" | "query", name: string, schema: Schema): SecretFacts {
  const { password: _, ...rule } = compileRule(document, schema, name) as ScalarRule;
  return { in: place, name, rule };
}

function compilePathParameters(
  document: Document,
  parameters: readonly Parameter[],
): Record<string, ScalarRule> {
  const resolved = parameters.map((one) => resolve(document, one));
  const other = resolved.find((one) => one.in !== "path" && one["x-secret"] !== true);
  if (other) throw new Error(`${other.name}: no client sends a parameter in ${other.in} yet`);
  const inPath = resolved.filter((one) => one.in === "path");
  return Object.fromEntries(
    inPath.map((one) => [one.name, compileRule(document, one.schema, one.name) as ScalarRule]),
  );
}

function compileFormats(operation: Operation): Record<string, Encoding> {
  const mediaTypes = Object.keys(operation.requestBody.content);
  return Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, encodingOf(mediaType)]));
}

function encodingOf(mediaType: string): Encoding {
  if (mediaType.endsWith("/xml")) return "xml";
  return mediaType === "application/x-www-form-urlencoded" ? "form" : "json";
}

function compileXml(document: Document, reference: Schema): XmlFacts | undefined {
  const schema = resolve(document, reference);
  if (!schema.xml?.name || !schema.xml.namespace) return undefined;
  const elements = Object.entries(schema.properties ?? {}).map(
    ([name, property]) => [name, property.xml?.name ?? name] as const,
  );
  const inOrder = elements.toSorted(([, one], [, other]) => (one < other ? -1 : 1));
  return { root: schema.xml.name, namespace: schema.xml.namespace, elements: Object.fromEntries(inOrder) };
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}
