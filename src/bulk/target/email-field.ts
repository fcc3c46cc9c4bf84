import type { Field } from "../../contract/field.ts";
import { EMAIL } from "../../contract/format.ts";

/** Whether a field holds an e-mail address. CCS asks for no form of its one, so that a name tells as well. */
export function isEmailField({ name, rule }: Pick<Field, "name" | "rule">): boolean {
  return name === "email" || ("format" in rule && rule.format === EMAIL);
}
