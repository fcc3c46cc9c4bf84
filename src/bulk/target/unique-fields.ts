import type { FaultGuide } from "../../contract/fault.ts";
import type { Field } from "../../contract/field.ts";
import { isEmailField } from "./email-field.ts";
import type { UniqueField } from "./target.ts";

/** The fields of which the document says that two people with one value earn a fault. */
export function uniqueFields({ answers }: FaultGuide, fields: readonly Field[]): UniqueField[] {
  const emails = fields.filter(isEmailField).map(({ name }) => name);
  return answers.flatMap(({ code, field, rules }) =>
    field !== undefined && (rules as readonly string[]).includes("unique")
      ? [{ field, code, isEmail: emails.includes(field) }]
      : [],
  );
}
