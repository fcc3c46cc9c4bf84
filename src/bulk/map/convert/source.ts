import type { Cell } from "../../read/row.ts";
import type { JoinPart, Source } from "../mapping.ts";
import type { Scalar } from "./coerce.ts";

/**
 * Takes what a field comes from out of the cells of a row. An empty cell is empty text; nothing is a cell that a row of
 * JSON does not have, while others of its file do.
 */
export type TakeValue = (cells: readonly Cell[]) => Scalar | undefined;

/** The columns that a field may come from. */
export function columnsOf(source: Source): readonly string[] {
  if (source.kind === "columns") return source.columns;
  return source.kind === "join" ? source.parts.map(({ column }) => column) : [];
}

/** A cell without the blanks around it, if these are dropped; one of blanks alone is empty in any case. */
export function cleanCell(cell: Cell, trim: boolean): Scalar | undefined {
  if (typeof cell !== "string") return cell === null ? "" : cell;
  const trimmed = cell.trim();
  return trim || trimmed === "" ? trimmed : cell;
}

/** Takes the first of some columns that is not empty. */
export function takeFirst(indexes: readonly number[], trim: boolean): TakeValue {
  const [only, ...others] = indexes;
  if (only !== undefined && others.length === 0) return (cells) => cleanCell(cells[only], trim);
  return function takeFirstFilled(cells) {
    let taken: Scalar | undefined;
    for (const index of indexes) {
      const value = cleanCell(cells[index], trim);
      if (value !== undefined && value !== "") return value;
      taken ??= value;
    }
    return taken;
  };
}

export interface JoinOptions {
  readonly parts: readonly (Pick<JoinPart, "prefix"> & { readonly index: number })[];
  readonly separator: string;
  readonly trim: boolean;
}

/** Joins the columns that are there and not empty. */
export function takeJoined({ parts, separator, trim }: JoinOptions): TakeValue {
  return function takeJoinedCells(cells) {
    let joined: string | undefined;
    for (const { index, prefix } of parts) {
      const value = cleanCell(cells[index], trim);
      if (value === undefined) continue;
      joined ??= "";
      if (value !== "") joined += `${joined === "" ? "" : separator}${prefix}${value}`;
    }
    return joined;
  };
}

/** Takes one id out of a list of ids with their types, `{LDAP:x},{Fed:y}`; nothing where it has none of the type. */
export function takeEntry(take: TakeValue, type: string): TakeValue {
  const start = `${type.toLowerCase()}:`;
  return function takeEntryOfList(cells) {
    for (const piece of String(take(cells) ?? "").split("{")) {
      const [entry = ""] = piece.split("}", 1);
      if (entry.trimStart().toLowerCase().startsWith(start)) return entry.trim().slice(start.length).trim();
    }
    return "";
  };
}
