import type { Cell } from "../read/row.ts";

/** What SQL*Plus writes below the rows of a spool. */
const COUNT = /^(\d[\d,.]*|no) rows? selected\.?$/i;

/** Whether a row is the last line of a spool: the number of rows, and nothing else. */
export function isSpoolLine(cells: readonly Cell[]): boolean {
  let only: string | undefined;
  for (const cell of cells) {
    if (cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "")) continue;
    if (typeof cell !== "string" || only !== undefined) return false;
    only = cell.trim();
  }
  return only !== undefined && COUNT.test(only);
}
