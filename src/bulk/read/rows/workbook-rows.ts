import { ReadableStream } from "node:stream/web";
import { FileError } from "../../file-error.ts";
import { MissingPeerError } from "../../missing-peer-error.ts";
import { showFile } from "../files/file-fault.ts";
import type { FilePlace } from "../files/file-stamp.ts";
import { type ReadOptions, readBytes } from "../files/read-bytes.ts";
import type { Row } from "../row.ts";
import { createTable, type Table } from "./table.ts";
import { fitCells, toCell, type WorkbookValue, workbookFault } from "./workbook-cells.ts";

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
      addRow(table, { line: index + 1, values });
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

function addRow(table: Table, { line, values }: { line: number; values: readonly WorkbookValue[] }): void {
  const fault = values.map(workbookFault).find((one) => one !== undefined);
  if (fault) table.refuse(line, fault);
  else table.add(line, fitCells(values.map(toCell), table.width()));
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
