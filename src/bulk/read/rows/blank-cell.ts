import type { Cell } from "../row.ts";

/** Whether a cell holds nothing, or blanks alone. */
export function isBlankCell(cell: Cell): boolean {
  return typeof cell === "string" ? cell.trim() === "" : cell === null || cell === undefined;
}
