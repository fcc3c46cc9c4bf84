import { createReadStream } from "node:fs";
import { type CsvError, type Info, parse } from "csv-parse";
import type { Row } from "./row.ts";

const NEWLINE = /\r\n|\n|\r/g;

/** The parser's own messages quote the row. */
const MALFORMED: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED:
    "a quote is opened here and never closed; every line after it was taken for its content",
  CSV_INVALID_CLOSING_QUOTE: "a quote is closed here, and more text follows before the next comma",
};

/**
 * Reads a CSV file (RFC 4180, UTF-8 with or without BOM) row by row, its header included; memory does not grow with it.
 * A row that makes no sense to the parser comes as a malformed one. Rejects where the file cannot be read.
 */
export async function* readCsv(file: string, { signal }: { signal?: AbortSignal } = {}): AsyncGenerator<Row> {
  const malformed: Row[] = [];
  let lastLine = 0;
  const parser = parse({
    bom: true,
    info: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => void malformed.push(toMalformed(error, lastLine + 1)),
  });
  const source = createReadStream(file, signal ? { signal } : {});
  source.on("error", (error) => parser.destroy(error));
  for await (const { info, record } of source.pipe(parser) as AsyncIterable<Parsed>) {
    yield* malformed.splice(0);
    lastLine = info.lines;
    yield { line: info.lines - countNewlines(record), cells: record, bytes: info.bytes };
  }
  yield* malformed;
}

interface Parsed {
  readonly info: Info;
  readonly record: readonly string[];
}

function toMalformed(error: CsvError | undefined, line: number): Row {
  const code = error?.code ?? "unknown";
  return {
    line,
    cells: [],
    bytes: Number(error?.["bytes"] ?? 0),
    malformed: MALFORMED[code] ?? `the row is not CSV (${code})`,
  };
}

function countNewlines(cells: readonly string[]): number {
  return cells.reduce((count, cell) => count + (cell.match(NEWLINE)?.length ?? 0), 0);
}
