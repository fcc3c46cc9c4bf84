import type { Field } from "../../contract/field.ts";
import type { PersonRecord } from "../map/mapped.ts";

/** Two names of one field. An API accepts both. */
export interface AliasPair {
  readonly name: string;
  readonly aliasOf: string;
}

/** The fields that are another name of a field. */
export function aliasPairs(fields: readonly Field[]): AliasPair[] {
  return fields.flatMap(({ name, aliasOf }) => (aliasOf === undefined ? [] : [{ name, aliasOf }]));
}

/** Whether a record has both, with different values: then nobody knows which one wins. */
export function differ(record: PersonRecord, { name, aliasOf }: AliasPair): boolean {
  const one = record[name];
  const other = record[aliasOf];
  return one !== undefined && other !== undefined && one !== other;
}

export function aliasWarning({ name, aliasOf }: AliasPair): string {
  return `\`${aliasOf}\` and \`${name}\` are two names of one field, and their values differ`;
}
