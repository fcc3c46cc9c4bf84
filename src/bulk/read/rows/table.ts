import { FileError } from "../../file-error.ts";
import { showFile } from "../files/file-fault.ts";
import type { Cell, Row } from "../row.ts";
import { isBlankCell } from "./blank-cell.ts";

/** Collects the rows of a file whose first row is its header. */
export interface Table {
  /** Adds a row, or the header; leaves out a row of blank cells, as a spreadsheet writes an empty one. */
  readonly add: (line: number, cells: readonly Cell[]) => void;
  /** Adds a malformed row. Throws `FileError` where it stands in place of the header. */
  readonly refuse: (line: number, reason: string) => void;
  /** How many columns the header has; nothing before it came. */
  readonly width: () => number | undefined;
  /** The rows that came since the last time. */
  readonly take: () => readonly Row[];
}

export function createTable(file: string): Table {
  let header: readonly string[] | undefined;
  let rows: Row[] = [];

  function add(line: number, cells: readonly Cell[]): void {
    if (cells.every(isBlankCell)) return;
    if (header) rows.push({ file, line, header, cells });
    else header = cells.map((cell) => String(cell ?? "").trim());
  }

  function refuse(line: number, malformed: string): void {
    if (!header)
      throw new FileError(`${showFile(file)} has no header that makes sense. Line ${line}: ${malformed}`);
    rows.push({ file, line, header, cells: [], malformed });
  }

  function take(): readonly Row[] {
    const taken = rows;
    rows = [];
    return taken;
  }

  return { add, refuse, width: () => header?.length, take };
}
