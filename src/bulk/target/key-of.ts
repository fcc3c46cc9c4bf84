import type { Field } from "../../contract/field.ts";
import type { OperationFacts } from "../../contract/operation.ts";
import { foldEmail } from "../fold-email.ts";
import { isEmailField } from "./email-field.ts";
import type { Target } from "./target.ts";

/** What stands between the parts of a key, and what marks one of the two inside a part. */
const RESERVED = /[/\\]/g;

/**
 * The key of a record as one text: the value itself where one field identifies a person, otherwise all values with a
 * slash between them, as in `00123456/OPSCOM`. No two people have one text, and no person has two: an e-mail address that
 * is spelled otherwise tonight is known from last night.
 */
export function createKeyOf(
  { identity }: Pick<OperationFacts, "identity">,
  emailKey: Target["emailKey"],
): Target["keyOf"] {
  if (emailKey !== undefined) return (record) => foldEmail(String(record[emailKey]));
  const [only, ...others] = identity;
  if (only !== undefined && others.length === 0) return (record) => String(record[only]);
  return (record) => identity.map((name) => escapeSlash(String(record[name]))).join("/");
}

function escapeSlash(part: string): string {
  // Looked for first, for hardly any key has one.
  return part.includes("/") || part.includes("\\") ? part.replace(RESERVED, "\\$&") : part;
}

/** The field whose e-mail address alone tells one person from another; nothing where there is none. */
export function emailKeyOf(
  { identity }: Pick<OperationFacts, "identity">,
  fields: readonly Field[],
): string | undefined {
  const [only, ...others] = fields.filter(({ name }) => identity.includes(name));
  return only !== undefined && others.length === 0 && isEmailField(only) ? only.name : undefined;
}
