import type { Cell } from "../read/row.ts";

/** Blanks at the edge of a cell are part of it (RFC 4180), and some programs drop them where it is not quoted. */
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/** One record of a CSV file, as in RFC 4180. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(cell: Cell): string {
  const text = String(cell ?? "");
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
