import type { Field } from "../contract/field.ts";
import { showName } from "../contract/show-name.ts";
import { FileError } from "./file-error.ts";

const MAX_NAMES = 40;

const SEPARATORS = [
  [";", "semicolons"],
  ["\t", "tabs"],
  ["|", "bars"],
] as const;

/** Which column holds which field. */
export interface Mapping {
  /** The field of each column; nothing where the column is not sent. */
  readonly columns: readonly (Field | undefined)[];
  /** Headers that match no field. */
  readonly ignored: readonly string[];
}

/**
 * Matches a header row with the fields of an API: their names, their other names, and what the vendor's page calls them,
 * whatever the case and the separators. Throws `FileError`.
 */
export function mapHeader(file: string, header: readonly string[], fields: readonly Field[]): Mapping {
  const known = new Map(
    fields.flatMap((field) => [field.label, field.name].map((name) => [normalize(name), field])),
  );
  const columns = header.map((name) => known.get(normalize(name)));
  const names = columns.flatMap((field) => (field ? [field.name] : []));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new FileError(`${file}: two columns of the header hold ${twice}; keep one of them`);
  const missing = fields
    .filter((field) => field.required && !names.includes(field.name))
    .map((field) => field.name);
  if (missing.length > 0) throw new FileError(`${file}: ${missingMessage(missing, header)}`);
  return {
    columns,
    ignored: header
      .filter((name, index) => !columns[index] && name.trim() !== "")
      .map((name) => showName(name.trim())),
  };
}

function missingMessage(missing: readonly string[], header: readonly string[]): string {
  const found = header.filter((name) => name.trim() !== "").map((name) => showName(name.trim()));
  const more = found.length > MAX_NAMES ? ` and ${found.length - MAX_NAMES} more` : "";
  const list = found.slice(0, MAX_NAMES).join(", ") || "nothing";
  return `the header has no column for ${missing.join(" and ")}; it has: ${list}${more}${separatorHint(header)}`;
}

/** One cell with other separators in it is not a header of one column. */
function separatorHint(header: readonly string[]): string {
  const separator = header.length === 1 && SEPARATORS.find(([character]) => header[0]?.includes(character));
  return separator ? `. Its cells seem to be separated by ${separator[1]}: save the file with commas` : "";
}

function normalize(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
