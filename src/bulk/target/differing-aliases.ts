import type { Field } from "../../contract/field.ts";
import type { PersonRecord } from "../map/mapped.ts";

/** Warns of two names of one field with different values: both are accepted, and nobody knows which one wins. */
export function createAliasWarnings(fields: readonly Field[]): (record: PersonRecord) => string[] {
  const pairs = fields.flatMap(({ name, aliasOf }) => (aliasOf === undefined ? [] : [{ name, aliasOf }]));
  return (record) =>
    pairs
      .filter(({ name, aliasOf }) => differ(record[name], record[aliasOf]))
      .map(
        ({ name, aliasOf }) =>
          `\`${aliasOf}\` and \`${name}\` are two names of one field, and their values differ`,
      );
}

function differ(one: unknown, other: unknown): boolean {
  return one !== undefined && other !== undefined && one !== other;
}
