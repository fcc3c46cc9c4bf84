import { createReadStream } from "node:fs";
import { type CsvError, type Info, parse } from "csv-parse";
import type { Row } from "./row.ts";

/** The parser's own messages quote the row. */
const MALFORMED: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: "a quote is opened and never closed",
  CSV_INVALID_CLOSING_QUOTE: "text follows a closing quote; a quote within quotes must be doubled",
  CSV_MAX_RECORD_SIZE: "the row has more than 1,000,000 characters; a quote may be open",
  INVALID_OPENING_QUOTE:
    "a quote stands within a cell that is not quoted; quote the cell, and double the quote",
};

/** After these nobody can tell where the next row begins. */
const SWALLOWING = ["CSV_QUOTE_NOT_CLOSED", "CSV_INVALID_CLOSING_QUOTE", "CSV_MAX_RECORD_SIZE"];

/** No row is longer, so that an open quote does not draw the rest of the file into memory. */
const MAX_ROW_CHARACTERS = 1_000_000;

/**
 * Reads a CSV file (RFC 4180, UTF-8 with or without BOM) row by row, its header included; memory does not grow with it.
 * A row that makes no sense to the parser comes last, as a malformed one. Rejects where the file cannot be read.
 */
export async function* readCsv(file: string): AsyncGenerator<Row, undefined> {
  const errors: CsvError[] = [];
  const source = createReadStream(file);
  const parser = parse({
    bom: true,
    info: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    max_record_size: MAX_ROW_CHARACTERS,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    // The parser reads ahead: what it skips now stands far behind the row that the consumer is at.
    on_skip: (error) => void (error && errors.push(error)),
  });
  source.on("error", (error) => parser.destroy(error));
  try {
    const lines = createLineCounter();
    for await (const { info, record } of source.pipe(parser) as AsyncIterable<Parsed>) {
      yield { line: lines.begin(info, record), cells: record, bytes: info.bytes };
    }
    yield* errors.map((error) => toMalformed(error, lines.next(Number(error["empty_lines"]))));
  } finally {
    source.destroy();
  }
}

interface Parsed {
  readonly info: Info;
  readonly record: readonly string[];
}

/** Tells on which line a row begins. The parser knows where rows end, and takes a CRLF within quotes for two lines. */
function createLineCounter() {
  let surplus = 0;
  let end = 0;
  let emptyLines = 0;
  return {
    begin(info: Info, record: readonly string[]): number {
      const counted = count(record, /[\r\n]/g);
      const actual = count(record, /\r\n|\n|\r/g);
      const begin = info.lines - surplus - counted;
      surplus += counted - actual;
      end = info.lines - surplus;
      emptyLines = info.empty_lines;
      return begin;
    },
    /** The line below the last row and the blank ones that follow it. */
    next: (allEmptyLines: number) => end + 1 + allEmptyLines - emptyLines,
  };
}

function count(cells: readonly string[], newline: RegExp): number {
  return cells.reduce((sum, cell) => sum + (cell.match(newline)?.length ?? 0), 0);
}

/** An open quote is noticed at the end of the file, and looked for below the last row; other errors know their line. */
function toMalformed(error: CsvError, nextLine: number): Row {
  const { code } = error;
  const line = code === "CSV_QUOTE_NOT_CLOSED" ? nextLine : Number(error["lines"] ?? nextLine);
  const malformed = MALFORMED[code] ?? `the row is not CSV (${code})`;
  return {
    line,
    cells: [],
    bytes: Number(error["bytes"] ?? 0),
    malformed,
    swallows: SWALLOWING.includes(code),
  };
}
