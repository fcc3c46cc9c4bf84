import { describeRule } from "../../../src/cli/describe-field.ts";
import { compileRule } from "../../generate/compile-rule.ts";
import {
  type Document,
  type Operation,
  type PathItem,
  resolve,
  type Schema,
} from "../../generate/document.ts";

/** One field of a request, an answer or an address, as people read it. */
export interface FieldReference {
  /** With its parents, as in `custom_attributes[].key`. */
  readonly name: string;
  readonly required: boolean;
  /** What a value must be, as `text, at most 50 characters`. */
  readonly limits: string;
  /** In Markdown. */
  readonly description: string;
  readonly example: string | undefined;
  /** Other names that mean the same. */
  readonly otherNames: readonly string[];
  /** Why what the vendor's page does not say is taken to be so. */
  readonly reasons: readonly string[];
}

/** One call of an API. */
export interface OperationReference {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly method: string;
  readonly path: string;
  /** What stands in the address. */
  readonly parameters: readonly FieldReference[];
  readonly request: readonly FieldReference[];
  readonly answer: readonly FieldReference[];
  readonly error: readonly FieldReference[];
  readonly reasons: readonly string[];
}

/** What a document says of the call of a path, with everything that it refers to in its place. */
export function referOperation(
  document: Document,
  path: string,
  { post, parameters = [] }: PathItem,
): OperationReference {
  const { operationId, summary = "", description = "", responses } = post as Operation & Titled;
  const statuses = Object.entries(responses);
  const ofAnswer = (isMeant: (status: string) => boolean) =>
    statuses
      .filter(([status]) => isMeant(status))
      .flatMap(([, answer]) => fieldsOf(document, resolve(document, answer)));
  return {
    id: operationId,
    reasons: reasonsOf(post),
    title: summary,
    description,
    method: "POST",
    path,
    parameters: [...parameters, ...(post.parameters ?? [])].map((one) => {
      const { name, schema, ...said } = resolve(document, one);
      return referField(document, {
        name,
        schema: { ...resolve(document, schema), ...said },
        required: true,
      });
    }),
    request: fieldsOf(document, post.requestBody),
    answer: unique(ofAnswer((status) => status.startsWith("2"))),
    error: unique(ofAnswer((status) => !status.startsWith("2"))),
  };
}

interface Titled {
  readonly summary?: string;
  readonly description?: string;
}

type Content = Partial<Operation["requestBody"]>;

/** A body has the same fields in every format. */
function fieldsOf(document: Document, { content = {} }: Content): FieldReference[] {
  const [first] = Object.values(content);
  return first ? nested(document, first.schema, "") : [];
}

function nested(document: Document, unresolved: Schema, parent: string): FieldReference[] {
  const { properties = {}, required = [] } = resolve(document, unresolved);
  const own = Object.entries(properties).filter(([, property]) => !aliasOf(document, property));
  return own.flatMap(([name, schema]) => {
    const otherNames = Object.entries(properties)
      .filter(([, other]) => aliasOf(document, other) === name)
      .map(([alias]) => alias);
    const field = referField(document, {
      name: `${parent}${name}`,
      schema,
      required: required.includes(name),
    });
    return [{ ...field, otherNames }, ...nestedIn(document, schema, `${parent}${name}`)];
  });
}

function nestedIn(document: Document, unresolved: Schema, name: string): FieldReference[] {
  const { items, properties } = resolve(document, unresolved);
  if (items) return nested(document, items, `${name}[].`);
  return properties ? nested(document, unresolved, `${name}.`) : [];
}

interface Named {
  readonly name: string;
  readonly schema: Schema;
  readonly required: boolean;
}

function referField(document: Document, { name, schema: unresolved, required }: Named): FieldReference {
  const schema = resolve(document, unresolved);
  const { description = "", examples: [example] = [] } = schema;
  return {
    name,
    required,
    limits: describeRule(compileRule(document, onlySchema(schema), name)),
    description,
    example: example === undefined ? undefined : String(example),
    otherNames: [],
    reasons: reasonsOf(schema),
  };
}

/** A parameter says more of itself than a schema may. */
function onlySchema({ in: _, example, ...schema }: Schema): Schema {
  return schema;
}

function reasonsOf(node: object): string[] {
  const { "x-inferred": reasons = {} } = node as { readonly "x-inferred"?: Readonly<Record<string, string>> };
  return [...new Set(Object.values(reasons))];
}

function aliasOf(document: Document, schema: Schema): unknown {
  return resolve(document, schema)["x-alias-of"];
}

function unique(fields: readonly FieldReference[]): FieldReference[] {
  return [...new Map(fields.map((field) => [field.name, field])).values()];
}
