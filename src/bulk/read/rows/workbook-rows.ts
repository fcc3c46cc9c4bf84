import { ReadableStream } from "node:stream/web";
import { FileError } from "../../file-error.ts";
import { MissingPeerError } from "../../missing-peer-error.ts";
import { showFile } from "../files/file-fault.ts";
import type { FilePlace } from "../files/file-stamp.ts";
import { type ReadOptions, readBytes } from "../files/read-bytes.ts";
import type { Cell, Row } from "../row.ts";
import { isBlankCell } from "./blank-cell.ts";
import { FORMULA_ERROR } from "./malformed.ts";
import { createTable } from "./table.ts";

const BATCH_ROWS = 256;

/** Reads the first sheet of an Excel workbook; the line of a row is its number there. Throws `FileError`. */
export async function* readWorkbook(
  file: FilePlace,
  options: ReadOptions,
): AsyncGenerator<readonly Row[], void, undefined> {
  const { streamXlsxRows } = await importHucre();
  const bytes = copyEach(readBytes({ ...file, isGzip: false }, options));
  const table = createTable(file.name);
  let waiting = 0;
  try {
    for await (const { index, values } of streamXlsxRows(
      ReadableStream.from(bytes) as globalThis.ReadableStream,
    )) {
      if (values.some(isFormulaError)) table.refuse(index + 1, FORMULA_ERROR);
      else table.add(index + 1, fitCells(values.map(toCell), table.width()));
      waiting += 1;
      if (waiting % BATCH_ROWS === 0) yield table.take();
    }
  } catch (cause) {
    options.signal?.throwIfAborted();
    if (cause instanceof FileError) throw cause;
    const advice = "open it and save it anew, or save it as CSV UTF-8";
    throw new FileError(`${showFile(file.name)} cannot be read as an Excel workbook; ${advice}`, { cause });
  } finally {
    // The package leaves the stream open where it stops early.
    await bytes.return();
  }
  yield table.take();
}

/**
 * The cells of a row, one for each column: a workbook leaves out a cell that holds nothing, or keeps it for its colour alone.
 * Only a cell that holds something makes a row longer than its header.
 */
function fitCells(cells: readonly Cell[], width: number | undefined): readonly Cell[] {
  if (width === undefined) return cells;
  const filled = cells.findLastIndex((cell) => !isBlankCell(cell)) + 1;
  return Array.from({ length: Math.max(width, filled) }, (_, index) => cells[index] ?? null);
}

/** What a formula gives that fails comes as text, and would be sent as somebody's name. */
function isFormulaError(value: unknown): boolean {
  return typeof value === "string" && /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!)$/.test(value);
}

/** The stream keeps some chunks waiting, and each is overwritten by the next. */
async function* copyEach(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  for await (const chunk of bytes) yield Buffer.from(chunk);
}

async function importHucre(): Promise<typeof import("hucre/xlsx")> {
  try {
    return await import("hucre/xlsx");
  } catch (cause) {
    throw new MissingPeerError(
      "An Excel workbook needs the package hucre. Install it: npm install hucre@1, or save the workbook as CSV UTF-8",
      { cause },
    );
  }
}

/** An id that is stored as a number stays the digits it is; a date stays the day it shows, in no time zone. */
function toCell(value: string | number | boolean | Date | null): Cell {
  if (typeof value === "number") return showNumber(value);
  return value instanceof Date ? showDate(value) : value;
}

/** `String` would write 1e+21 of many digits. */
function showNumber(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}

/** The workbook's clock comes as if it were UTC. */
function showDate(value: Date): string {
  if (Number.isNaN(value.getTime())) return "";
  const [day = "", time = ""] = value.toISOString().split("T");
  return time.startsWith("00:00:00") ? day : `${day} ${time.slice(0, 8)}`;
}
