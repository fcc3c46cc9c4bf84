import { type ObjectRule, type Rule, SCALAR_TYPES, type ScalarRule } from "../../src/contract/rule.ts";
import { type Document, resolve, type Schema } from "./document.ts";
import { findFormat } from "./formats.ts";

/** Copied as they stand. */
const CONSTRAINTS = ["minLength", "maxLength", "minimum", "maximum", "enum"];

/** Say something to people, or to another step of the generator, and nothing to a check. */
const ANNOTATIONS = ["description", "examples", "title", "xml"];

const COMPILED = [
  "type",
  "format",
  "pattern",
  "const",
  "properties",
  "required",
  "additionalProperties",
  "items",
];

/**
 * Compiles a schema to the rule that the checker reads.
 * A keyword that it does not know is an error, so that no constraint of a document is ever silently dropped.
 */
export function compileRule(document: Document, unresolved: Schema, place: string): Rule {
  const schema = resolve(document, unresolved);
  refuseUnknownKeywords(schema, place);
  const sensitive = schema["x-sensitive"] === true ? { sensitive: true as const } : {};
  if (schema.type === "object") return { ...compileObject(document, schema, place), ...sensitive };
  if (schema.type === "array") return { ...compileArray(document, schema, place), ...sensitive };
  return { ...compileScalar(schema, place), ...sensitive };
}

/** The rule of what a caller passes in: a request body without the token, which is a fact of its own. */
export function compileRecord(document: Document, unresolved: Schema, place: string): ObjectRule {
  const { required, properties, ...rule } = compileRule(document, unresolved, place) as ObjectRule;
  const { properties: schemas = {} } = resolve(document, unresolved);
  const token = Object.keys(schemas).find((name) => resolve(document, schemas[name] ?? {})["x-secret"]);
  if (token === undefined) return { ...rule, required, properties };
  if (!required.includes(token)) throw new Error(`${place}: no client leaves an optional ${token} out yet`);
  const { [token]: _, ...others } = properties;
  return { ...rule, required: required.filter((name) => name !== token), properties: others };
}

function refuseUnknownKeywords(schema: Schema, place: string): void {
  const known = [...CONSTRAINTS, ...ANNOTATIONS, ...COMPILED];
  const unknown = Object.keys(schema).find(
    (keyword) => !keyword.startsWith("x-") && !known.includes(keyword),
  );
  if (unknown) throw new Error(`${place}: no validator checks the keyword "${unknown}" yet`);
}

function compileObject(document: Document, schema: Schema, place: string): Rule {
  refuseConstants(schema, place);
  if (typeof schema["additionalProperties"] === "object") {
    throw new Error(`${place}: no validator checks a schema of additionalProperties yet`);
  }
  const properties = Object.entries(schema.properties ?? {}).map(([name, property]) => [
    name,
    compileRule(document, property, `${place}.${name}`),
  ]);
  return {
    type: "object",
    closed: schema["additionalProperties"] === false,
    required: schema.required ?? [],
    properties: Object.fromEntries(properties) as Record<string, Rule>,
  };
}

function compileArray(document: Document, schema: Schema, place: string): Rule {
  refuseConstants(schema, place);
  if (!schema.items) throw new Error(`${place}: an array must say what its items are`);
  return { type: "array", items: compileRule(document, schema.items, `${place}[]`) };
}

function refuseConstants(schema: Schema, place: string): void {
  const constant = ["enum", "const"].find((keyword) => keyword in schema);
  if (constant) throw new Error(`${place}: no validator checks the ${constant} of an ${schema.type} yet`);
}

function compileScalar(schema: Schema, place: string): Rule {
  const { type, format, pattern } = schema;
  for (const one of [type].flat()) {
    if (!SCALAR_TYPES.some((known) => known === one))
      throw new Error(`${place}: no validator checks the type "${one}" yet`);
  }
  if ("const" in schema && "enum" in schema) throw new Error(`${place}: const and enum stand side by side`);
  const constraints = Object.fromEntries(
    CONSTRAINTS.filter((keyword) => keyword in schema).map((keyword) => [keyword, schema[keyword]]),
  );
  return {
    type,
    ...constraints,
    ...(pattern === undefined ? {} : { pattern: new RegExp(pattern as string, "u") }),
    ...compileFormat(format, place),
    ...("const" in schema ? { enum: [schema["const"]] } : {}),
  } as Rule;
}

/** `password` says how a value is treated, not what it looks like. */
function compileFormat(name: unknown, place: string): Pick<ScalarRule, "format" | "password"> {
  if (name === undefined) return {};
  if (name === "password") return { password: true };
  const format = findFormat(name as string);
  if (!format) throw new Error(`${place}: no validator checks the format "${name}" yet`);
  return { format };
}
