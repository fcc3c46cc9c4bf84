import type { Field } from "../contract/field.ts";

/** Which column holds which field. */
export interface Mapping {
  /** The field of each column; nothing where the column is not sent. */
  readonly columns: readonly (Field | undefined)[];
  /** Headers that match no field. */
  readonly ignored: readonly string[];
}

/**
 * Matches a header row with the fields of an API: their names, their other names, and what the vendor's page calls them,
 * whatever the case and the separators. Throws `HeaderError`.
 */
export function mapHeader(header: readonly string[], fields: readonly Field[]): Mapping {
  const known = new Map(
    fields.flatMap((field) => [field.label, field.name].map((name) => [normalize(name), field])),
  );
  const columns = header.map((name) => known.get(normalize(name)));
  const names = columns.flatMap((field) => (field ? [field.name] : []));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new HeaderError(`two columns of the header hold ${twice}; keep one of them`);
  const missing = fields
    .filter((field) => field.required && !names.includes(field.name))
    .map((field) => field.name);
  if (missing.length > 0) throw new HeaderError(missingMessage(missing, header));
  return { columns, ignored: header.filter((_, index) => !columns[index]) };
}

/** The header of a file does not say what is needed to push it. */
export class HeaderError extends Error {
  override readonly name = "HeaderError";
}

function missingMessage(missing: readonly string[], header: readonly string[]): string {
  const found = header
    .filter((name) => name.trim() !== "")
    .slice(0, 40)
    .join(", ");
  return `the header has no column for ${missing.join(" and ")}; it has: ${found || "nothing"}`;
}

function normalize(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
