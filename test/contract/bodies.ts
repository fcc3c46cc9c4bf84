import { bodyRule } from "../../src/contract/body-rule.ts";
import type { OperationFacts } from "../../src/contract/operation.ts";
import type { Rule } from "../../src/contract/rule.ts";
import { createUser } from "../../src/generated/activeplatform/operations.gen.ts";
import { addUser } from "../../src/generated/ccs/operations.gen.ts";
import { listUserTypes, pushProfile } from "../../src/generated/opscom/operations.gen.ts";
import { type Api, type MediaType, readDocument, type Schema } from "../vendor-facts/read-document.ts";

/** One body of a document, and the rule that was generated from it. */
export interface Body {
  readonly name: string;
  /** As the document has it, with every reference resolved. */
  readonly schema: Schema;
  /** The values that the document shows of it. */
  readonly examples: readonly unknown[];
  readonly rule: Rule;
}

const OPERATIONS: readonly (readonly [Api, OperationFacts])[] = [
  ["opscom", pushProfile],
  ["opscom", listUserTypes],
  ["activeplatform", createUser],
  ["ccs", addUser],
];

export const requests: readonly Body[] = OPERATIONS.map(([api, facts]) => {
  const { id, path } = facts;
  const content = readDocument(api).paths[path]?.["post"]?.requestBody.content;
  return bodyOf(`the request of ${id}`, content, bodyRule(facts));
});

export const answers: readonly Body[] = OPERATIONS.map(([api, { id, path, answer }]) => {
  const content = readDocument(api).paths[path]?.["post"]?.responses["200"]?.content;
  return bodyOf(`the answer of ${id}`, content, answer);
});

function bodyOf(name: string, content: Record<string, MediaType> | undefined, rule: Rule): Body {
  const { schema, examples = {} } = content?.["application/json"] ?? {};
  if (!schema) throw new Error(`${name} is in no document`);
  const values = Object.values(examples).map(({ value }) => value);
  return { name, schema, examples: values, rule };
}
