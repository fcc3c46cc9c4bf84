import { createCheck } from "../../src/contract/check.ts";
import type { Field } from "../../src/contract/field.ts";
import { compileRule } from "./compile-rule.ts";
import { type Document, resolve, type Schema } from "./document.ts";
import { Expression } from "./print.ts";

export type CompiledField = Omit<Field, "rule"> & { readonly rule: Expression };

/** The fields of a record: every member of the request but the token, which is never in a file. */
export function compileFields(document: Document, schemaName: string): CompiledField[] {
  const schema = document.components.schemas[schemaName];
  return Object.entries(schema?.properties ?? {})
    .map(([name, property]) => [name, resolve(document, property)] as const)
    .filter(([, property]) => property["x-secret"] !== true)
    .map(([name, property]) => {
      refuseWrongExamples(document, name, property);
      return compileField(schemaName, name, property, schema?.required ?? []);
    });
}

/** Redocly does not look at examples that stand beside a reference. */
function refuseWrongExamples(document: Document, name: string, property: Schema): void {
  const check = createCheck(compileRule(document, property, name));
  for (const example of property.examples ?? []) {
    const [issue] = check(example);
    if (issue) throw new Error(`${name}: the example ${JSON.stringify(example)} is wrong: ${issue.message}`);
  }
}

function compileField(
  schemaName: string,
  name: string,
  property: Schema,
  required: readonly string[],
): CompiledField {
  return {
    name,
    label: property["x-label"] as string,
    ...("x-alias-of" in property ? { aliasOf: property["x-alias-of"] as string } : {}),
    ...("x-lookup" in property ? { lookup: property["x-lookup"] as string } : {}),
    required: required.includes(name),
    description: (property.description ?? "").trim(),
    ...(property.examples?.[0] === undefined ? {} : { example: property.examples[0] }),
    rule: new Expression(`${schemaName}.properties.${name}`),
  };
}
