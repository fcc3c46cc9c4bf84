import type { Field } from "../contract/field.ts";

/** Two names of one field with different values: both are accepted, and nobody knows which one wins. */
export function differingAliases(
  record: Readonly<Record<string, unknown>>,
  fields: readonly Field[],
): string[] {
  return fields
    .filter(
      ({ name, aliasOf = "" }) => name in record && aliasOf in record && record[name] !== record[aliasOf],
    )
    .map(
      ({ name, aliasOf }) =>
        `\`${aliasOf}\` and \`${name}\` are two names of one field, and their values differ`,
    );
}
