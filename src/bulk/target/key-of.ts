import type { Field } from "../../contract/field.ts";
import type { OperationFacts } from "../../contract/operation.ts";
import { isEmailField } from "./email-field.ts";
import type { Target } from "./target.ts";

/** What stands between the parts of a key, and what marks one of the two inside a part. */
const RESERVED = /[/\\]/g;

/**
 * The key of a record as one text: the value itself where one field identifies a person, otherwise all values with a
 * slash between them, as in `00123456/OPSCOM`. No two people have one text.
 */
export function createKeyOf({ identity }: Pick<OperationFacts, "identity">): Target["keyOf"] {
  const [only, ...others] = identity;
  if (only !== undefined && others.length === 0) return (record) => String(record[only]);
  return (record) => identity.map((name) => escapeSlash(String(record[name]))).join("/");
}

function escapeSlash(part: string): string {
  // Looked for first, for hardly any key has one.
  return part.includes("/") || part.includes("\\") ? part.replace(RESERVED, "\\$&") : part;
}

/** Whether an e-mail address alone tells one person from another. */
export function isEmailKey(
  { identity }: Pick<OperationFacts, "identity">,
  fields: readonly Field[],
): boolean {
  const [only, ...others] = fields.filter(({ name }) => identity.includes(name));
  return only !== undefined && others.length === 0 && isEmailField(only);
}
