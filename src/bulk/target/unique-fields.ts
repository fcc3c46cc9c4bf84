import type { FaultGuide } from "../../contract/fault.ts";
import type { UniqueField } from "./target.ts";

/** The fields of which the document says that two people with one value earn a fault. */
export function uniqueFields({ answers }: FaultGuide): UniqueField[] {
  return answers.flatMap(({ code, field, rules }) =>
    field !== undefined && (rules as readonly string[]).includes("unique") ? [{ field, code }] : [],
  );
}
