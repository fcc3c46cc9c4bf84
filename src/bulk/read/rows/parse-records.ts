import { CsvError } from "csv-parse";
import { parse } from "csv-parse/sync";
import type { Delimiter } from "../layout/layout.ts";

/** What the parser says of a record that makes no sense; its own messages quote the row. */
const FAULTS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: "a quote is opened and never closed",
  CSV_INVALID_CLOSING_QUOTE: "text follows a closing quote; a quote within quotes must be doubled",
  INVALID_OPENING_QUOTE:
    "a quote stands within a cell that is not quoted; quote the cell, and double the quote",
};

export interface RecordsQuestion {
  readonly block: Buffer;
  readonly delimiter: Delimiter;
  /** Given the cells of a record, how many lines of the block stand before it, and its bytes with blank lines before. */
  readonly onRecord: (cells: string[], linesBefore: number, bytes: number) => void;
}

export interface RecordsAnswer {
  /** What the records take from the beginning of the block up to the one that makes no sense. */
  readonly bytes: number;
  readonly lines: number;
  /** Why the next record makes none; absent where all did, and at most blank lines remain. */
  readonly fault?: string;
  /** Whether the fault is a quote that more bytes may close. */
  readonly isOpen?: boolean;
}

/** Parses the records of a block that begins with one. Blank lines are left out. */
export function parseRecords({ block, delimiter, onRecord }: RecordsQuestion): RecordsAnswer {
  let bytes = 0;
  let lines = 0;
  let parserLines = 0;
  let blankLines = 0;
  try {
    parse(block, {
      delimiter,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      skip_empty_lines: true,
      // Unlike `info`, this tells how far the parser came also where it fails.
      on_record(cells: string[], info) {
        const blank = info.empty_lines - blankLines;
        const isOneLine = info.lines - parserLines - blank === 1;
        const before = lines + blank;
        lines = before + (isOneLine ? 1 : 1 + countLineEnds(cells));
        onRecord(cells, before, info.bytes - bytes);
        bytes = info.bytes;
        parserLines = info.lines;
        blankLines = info.empty_lines;
        return null;
      },
    });
    return { bytes, lines };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const fault = FAULTS[error.code] ?? `the row is not CSV (${error.code})`;
    return { bytes, lines, fault, isOpen: error.code === "CSV_QUOTE_NOT_CLOSED" };
  }
}

/** The parser takes a CRLF within quotes for two lines. */
function countLineEnds(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}
