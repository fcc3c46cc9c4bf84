import { columnsOf } from "../convert/source.ts";
import { type FieldMapping, type Mapping, targetName } from "../mapping.ts";
import { createNameSet } from "../name-set.ts";
import type { HeaderIndex } from "./header-index.ts";

/** A column that a mapping names and a header lacks. */
export interface AbsentColumn {
  /** Any of these would do. */
  readonly columns: readonly string[];
  /** The field that is taken from it, or the reason for which rows are left out by it, or that it is in no output. */
  readonly use: { readonly field: string } | { readonly reason: string } | { readonly drop: true };
  /** Whether the mapping suits exports without it. */
  readonly optional: boolean;
}

type Locate = HeaderIndex["locate"];

interface Header {
  readonly header: readonly string[];
  readonly ofFields: Locate;
  readonly ofSkips: Locate;
}

/** What a mapping asks for in vain. A default is for empty cells: it does not stand in for a column that is not there. */
export function absentColumns(mapping: Mapping, { header, ofFields, ofSkips }: Header): AbsentColumn[] {
  const fields = [...mapping.fields.values()].flatMap((field) =>
    wantedColumns(field)
      .filter((columns) => columns.every((column) => ofFields(column) === undefined))
      .map((columns) => ({ columns, use: { field: targetName(field) }, optional: field.optional })),
  );
  const skips = [...mapping.skips].flatMap(([reason, { condition, optional }]) =>
    condition && ofSkips(condition.column) === undefined
      ? [{ columns: [condition.column], use: { reason }, optional }]
      : [],
  );
  return [...fields, ...skips, ...absentDrops(mapping, header)];
}

/** Two columns of one name may both be dropped: that is no fault, so they are not located. */
function absentDrops({ drop }: Mapping, header: readonly string[]): AbsentColumn[] {
  const isThere = createNameSet(header);
  return drop
    .filter(({ column }) => !isThere(column))
    .map(({ column, optional }) => ({ columns: [column], use: { drop: true }, optional }));
}

/** One list for each column that there must be, with the names that it may have. */
function wantedColumns({ source, optional }: FieldMapping): (readonly string[])[] {
  const columns = columnsOf(source);
  if (columns.length === 0) return [];
  return source.kind === "join" && !optional ? columns.map((column) => [column]) : [columns];
}
