import { isRejectColumn } from "../../read/reject-columns.ts";
import { columnsOf } from "../convert/source.ts";
import type { Mapping } from "../mapping.ts";
import { normalizeName } from "../normalize-name.ts";
import type { Layout, LayoutOptions } from "./layout.ts";

/** A header and what it comes to. */
export interface LaidOut {
  readonly header: readonly string[];
  readonly layout: Layout;
}

/** Lays out a header that has more columns than another one; nothing where one of these is of use, or it is another header. */
export type ExtendLayout = (known: LaidOut, header: readonly string[]) => Layout | undefined;

/**
 * Objects of JSON can bring a new column with each row. Nearly all are of no use, and then there is nothing to match anew: to
 * do that with all columns before would take a time that grows with their square.
 */
export function createExtendLayout({ mapping, find, isDropped }: LayoutOptions): ExtendLayout {
  const wanted = new Set(wantedColumns(mapping).flatMap((name) => [name.trim(), normalizeName(name)]));
  const isOfUse = (column: string) =>
    wanted.has(column.trim()) || wanted.has(normalizeName(column)) || find(column) !== undefined;
  const isIgnored = (column: string) => column.trim() !== "" && !isDropped(column) && !isRejectColumn(column);

  return function extend({ header: before, layout }, header) {
    if (!before.every((column, index) => column === header[index])) return undefined;
    const added = header.slice(before.length);
    if (added.some(isOfUse)) return undefined;
    return { ...layout, ignored: [...layout.ignored, ...added.filter(isIgnored)] };
  };
}

function wantedColumns({ fields, skips, drop }: Mapping): string[] {
  const ofSkips = [...skips.values()].flatMap(({ condition }) => condition?.column ?? []);
  const ofFields = [...fields.values()].flatMap(({ source }) => columnsOf(source));
  return [...ofFields, ...ofSkips, ...drop.map(({ column }) => column)];
}
