import type { FaultAnswer, FaultGuide } from "../../contract/fault.ts";
import type { Field } from "../../contract/field.ts";
import type { PersonRecord } from "../map/mapped.ts";

/** A field that a record should have although its schema does not ask for it, and the names that it may come under. */
export interface WantedField {
  readonly field: string;
  readonly names: readonly string[];
}

/** Fields whose absence an API has a code for, while its schema leaves them optional: a site can require them. */
export function fieldsSitesRequire(fields: readonly Field[], { answers }: FaultGuide): string[] {
  const answered = new Set(answers.filter(isAboutAbsence).map(({ field }) => field));
  return fields.filter(({ name, required }) => !required && answered.has(name)).map(({ name }) => name);
}

function isAboutAbsence({ rules }: FaultAnswer): boolean {
  return rules.includes("required");
}

/** A field is also there where another name of it is. */
export function wantField(field: string, fields: readonly Field[]): WantedField {
  const others = fields.filter(({ aliasOf }) => aliasOf === field).map(({ name }) => name);
  return { field, names: [field, ...others] };
}

export function isMissing(record: PersonRecord, { names }: WantedField): boolean {
  for (const name of names) if (record[name] !== undefined && record[name] !== "") return false;
  return true;
}
