import type { FaultGuide } from "../../contract/fault.ts";
import type { Field } from "../../contract/field.ts";
import type { OperationFacts } from "../../contract/operation.ts";
import { createUserFields } from "../../generated/activeplatform/fields.gen.ts";
import { addUserFields } from "../../generated/ccs/fields.gen.ts";
import { pushProfileFields } from "../../generated/opscom/fields.gen.ts";
import type { ApiName } from "../contract.ts";
import { validRecord } from "../records/valid-record.ts";

const FIELDS: Readonly<Record<ApiName, readonly Field[]>> = {
  opscom: pushProfileFields,
  activeplatform: createUserFields,
  ccs: addUserFields,
};

/**
 * A test person who can be told from all others by the prefix of the key: the required fields, and those that a site may ask
 * for, because the document has a fault for their absence.
 */
export function testRecord(
  api: ApiName,
  { record, identity: [key = ""] }: OperationFacts,
  { faultGuide, keyPrefix }: { readonly faultGuide: FaultGuide; readonly keyPrefix: string },
): Readonly<Record<string, unknown>> {
  const asked = faultGuide.answers.flatMap(({ field, rules }) =>
    field && rules.includes("required") ? [field] : [],
  );
  const wanted = new Set([...record.required, ...asked]);
  const members = Object.entries(validRecord(FIELDS[api])).filter(([name]) => wanted.has(name));
  return Object.fromEntries(members.map(([name, value]) => [name, mark(name === key, value, keyPrefix)]));
}

/** Keys and addresses bear the prefix, so that no real person has them. */
function mark(isKey: boolean, value: unknown, prefix: string): unknown {
  const text = String(value);
  if (text.includes("@")) return `${prefix}1${text.slice(text.indexOf("@"))}`;
  return isKey ? `${prefix}1` : value;
}
