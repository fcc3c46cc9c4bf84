import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { FileError } from "./file-error.ts";
import { readCsv } from "./read-csv.ts";

/** What a whole file is, before any of it is sent. */
export interface Inspection {
  readonly bytes: number;
  /** Rows below the header. */
  readonly rows: number;
}

/** The first bytes of a zip archive, which is what a workbook is. */
const ZIP = "504b0304";
const UTF_16_LE = "fffe";

/**
 * Reads a file to its end and sends nothing. Throws `FileError` for what would be sent wrongly or not at all: a file of
 * another kind or encoding, a quote that swallows the rows after it, no rows.
 */
export async function inspectFile(file: string): Promise<Inspection> {
  const found = await stat(file);
  if (!found.isFile())
    throw new FileError(`${file} is ${found.isDirectory() ? "a folder" : "no regular file"}`);
  if (found.size === 0) throw new FileError(`${file} is empty`);
  await checkEncoding(file);
  return { bytes: found.size, rows: await countRows(file) };
}

async function checkEncoding(file: string): Promise<void> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = 1;
  let isFirst = true;
  const refusal = () => new FileError(`${file} is not UTF-8, see about line ${line}; save it as CSV UTF-8`);
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    const start = isFirst ? chunk.subarray(0, ZIP.length / 2).toString("hex") : "";
    if (start.startsWith(ZIP)) throw new FileError(`${file} is a workbook or an archive; save it as CSV`);
    if (start.startsWith(UTF_16_LE)) return;
    isFirst = false;
    line += decodeLines(decoder, chunk, refusal);
  }
  decodeLines(decoder, undefined, refusal);
}

/** Line ends of the next chunk; without one, whether the last character is whole. */
function decodeLines(decoder: TextDecoder, chunk: Buffer | undefined, refusal: () => FileError): number {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined }).split("\n").length - 1;
  } catch {
    throw refusal();
  }
}

async function countRows(file: string): Promise<number> {
  let rows = -1;
  for await (const { line, malformed, swallows } of readCsv(file)) {
    // Without its header a file would be read with its first person as the names of its columns.
    if (malformed && (swallows || line === 1)) throw new FileError(`${file}, line ${line}: ${malformed}`);
    rows += 1;
  }
  if (rows < 1) throw new FileError(`${file} has no rows below its header`);
  return rows;
}
