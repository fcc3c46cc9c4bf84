import type { Field } from "../contract/field.ts";
import { decodeScalar } from "../wire/decode-scalar.ts";
import type { Mapping } from "./map-header.ts";
import type { Reason, Row } from "./row.ts";

/** One row of input, mapped to the fields of an API. */
export interface MappedRow {
  readonly line: number;
  readonly record: Readonly<Record<string, unknown>>;
}

/** Turns a row into a record. Blanks around a cell are dropped, and so are empty cells: what is empty is not sent. */
export function mapRow(
  row: Row,
  { columns }: Mapping,
): MappedRow | { readonly line: number; readonly reasons: readonly Reason[] } {
  const { line, cells, malformed } = row;
  if (malformed) return { line, reasons: [{ message: malformed }] };
  if (cells.length !== columns.length) {
    return {
      line,
      reasons: [{ message: `the row has ${cells.length} cells, and the header has ${columns.length}` }],
    };
  }
  const members = columns.flatMap((field, index) => toMember(field, cells[index]?.trim() ?? ""));
  return { line, record: Object.fromEntries(members) };
}

function toMember(field: Field | undefined, cell: string): [string, unknown][] {
  return field && cell !== "" ? [[field.name, decodeScalar(cell, field.rule)]] : [];
}
