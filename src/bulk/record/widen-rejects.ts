import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
import { REJECT_COLUMNS } from "../read/reject-columns.ts";
import { csvLine } from "./csv-line.ts";
import { toOutputError } from "./output-error.ts";
import { createPrivateFile, type PrivateFile } from "./private-file.ts";

export const BYTE_ORDER_MARK = "\ufeff";

/** The name under which rejects stand while they are written again. */
export function widenedName(file: string): string {
  return `${file}.widened.partial`;
}

/**
 * Writes rejects again, under all columns: a later file of the run had some that the first had not, and a header cannot be
 * made longer in place. Rows say by their length which columns were known when they were written.
 */
export async function widenRejects(given: {
  readonly rows: PrivateFile;
  readonly file: string;
  readonly columns: readonly string[];
}): Promise<void> {
  const { rows, file, columns } = given;
  rows.close();
  try {
    await writeWide(createPrivateFile(file, widenedName(file)), rows, columns);
  } catch (error) {
    throw toOutputError(file, error);
  } finally {
    rows.discard();
  }
}

async function writeWide(wide: PrivateFile, rows: PrivateFile, columns: readonly string[]): Promise<void> {
  try {
    wide.write(BYTE_ORDER_MARK + csvLine([...columns, ...REJECT_COLUMNS]));
    for await (const row of readRows(rows.temporary)) wide.write(csvLine(widen(row, columns.length)));
    wide.finish();
  } catch (error) {
    wide.discard();
    throw error;
  }
}

function widen(row: readonly string[], width: number): readonly string[] {
  const cells = row.slice(0, -REJECT_COLUMNS.length);
  const blanks = new Array<string>(width - cells.length).fill("");
  return [...cells, ...blanks, ...row.slice(-REJECT_COLUMNS.length)];
}

function readRows(file: string): AsyncIterable<readonly string[]> {
  const parser = parse({ bom: true, relax_column_count: true, record_delimiter: "\r\n", from: 2 });
  const source = createReadStream(file);
  source.on("error", (error) => parser.destroy(error));
  return source.pipe(parser) as AsyncIterable<readonly string[]>;
}
