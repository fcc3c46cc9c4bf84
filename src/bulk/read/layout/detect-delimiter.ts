import { DELIMITERS, type Delimiter } from "./layout.ts";

/** Lines that are looked at, the header among them. */
const MAX_LINES = 200;

/** The line that Excel reads before the header: `sep=;`. */
const TOLD = /^sep=(.)$/i;

/**
 * The delimiter of a text: the one that its first line tells as Excel has it, or that parts most lines into as many cells as
 * the header; of several the one that parts it into most. A header that none of them parts has one column, and any delimiter
 * will do: the comma.
 */
export function detectDelimiter(text: string): Delimiter {
  const all = text.split(/\r\n|\n|\r/, MAX_LINES);
  const told = DELIMITERS.find((delimiter) => delimiter === TOLD.exec(all[0] ?? "")?.[1]);
  if (told) return told;
  const lines = all.filter((line) => line.trim() !== "");
  const scores = DELIMITERS.map((delimiter) => ({ delimiter, ...score(lines, delimiter) }));
  scores.sort((a, b) => b.agreement - a.agreement || b.ofHeader - a.ofHeader);
  return scores[0]?.ofHeader ? scores[0].delimiter : ",";
}

/** Whether the cells of the first line tell the delimiter and nothing else. */
export function tellsDelimiter(cells: readonly string[], delimiter: Delimiter): boolean {
  return TOLD.test(cells.join(delimiter));
}

function score(lines: readonly string[], delimiter: Delimiter) {
  const [ofHeader = 0, ...ofRows] = lines.map((line) => countOutsideQuotes(line, delimiter));
  const agreeing = ofRows.filter((ofRow) => ofRow === ofHeader).length;
  return { ofHeader, agreement: ofHeader === 0 ? -1 : agreeing };
}

function countOutsideQuotes(line: string, delimiter: Delimiter): number {
  let isQuoted = false;
  let count = 0;
  for (const character of line) {
    if (character === '"') isQuoted = !isQuoted;
    else if (character === delimiter && !isQuoted) count += 1;
  }
  return count;
}
