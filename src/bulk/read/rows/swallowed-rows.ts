import type { Delimiter } from "../layout/layout.ts";

const LINE_END = /\r\n|\n|\r/;

export interface SwallowQuestion {
  readonly cells: readonly string[];
  /** On which the record begins. */
  readonly line: number;
  /** Columns of the header; nothing where this is the header. */
  readonly width: number | undefined;
  readonly delimiter: Delimiter;
}

/**
 * Why a record seems to have swallowed rows: two stray quotes, as of inches, make one cell of all that stands between them,
 * which is valid CSV, and people would be gone without a word. An address has lines too, but none that is parted as a row is.
 */
export function findSwallowedRows(question: SwallowQuestion): string | undefined {
  const { cells, line, width = 0, delimiter } = question;
  let begin = line;
  for (const [before, cell] of cells.entries()) {
    if (!LINE_END.test(cell)) continue;
    const lines = cell.split(LINE_END);
    const end = begin + lines.length - 1;
    const after = cells.length - before - 1;
    if (width > 1 && holdsRow(lines, { before, after, width, delimiter })) return describe(begin, end);
    begin = end;
  }
  return undefined;
}

interface Surroundings {
  /** Cells of the record before and after this one. */
  readonly before: number;
  readonly after: number;
  readonly width: number;
  readonly delimiter: Delimiter;
}

/**
 * A whole line within the cell tells. Where two neighbours have stray quotes, there is none: then it is that both lines, with
 * what stands beside the cell, are rows, and no prose, in which a blank follows a comma.
 */
function holdsRow(lines: readonly string[], { before, after, width, delimiter }: Surroundings): boolean {
  const count = (line: string) => line.split(delimiter, width + 1).length;
  if (lines.slice(1, -1).some((line) => count(line) === width)) return true;
  const [first = "", last = ""] = [lines[0], lines.at(-1)];
  const areRows = before + count(first) === width && count(last) + after === width;
  return areRows && ![first, last].some((line) => line.includes(`${delimiter} `));
}

function describe(begin: number, end: number): string {
  return (
    `a quoted cell goes from line ${begin} to line ${end} and holds what looks like rows; ` +
    "where a quote is part of a text, put the cell in quotes and double it"
  );
}
