import { FileError } from "../file-error.ts";
import { BrokenArchiveError } from "./files/broken-archive-error.ts";
import { showFile } from "./files/file-fault.ts";
import type { FilePlace } from "./files/file-stamp.ts";
import { type ReadOptions, readBytes } from "./files/read-bytes.ts";
import { transcode } from "./files/transcode.ts";
import type { Layout } from "./layout/layout.ts";
import type { Row } from "./row.ts";
import { createCsvReader } from "./rows/csv-reader.ts";
import { createJsonArrayReader } from "./rows/json-array-reader.ts";
import { createJsonLinesReader } from "./rows/json-lines-reader.ts";
import { ARCHIVE_BROKEN } from "./rows/malformed.ts";
import type { RowReader } from "./rows/row-reader.ts";
import { readWorkbook } from "./rows/workbook-rows.ts";

type Batches = AsyncGenerator<readonly Row[], void, undefined>;
type TextLayout = Exclude<Layout, { format: "xlsx" }>;

export interface RowsQuestion extends ReadOptions {
  readonly file: FilePlace;
  readonly layout: Layout;
}

/** The rows of one file, in batches, none of them empty. Throws `FileError` where there is none. */
export async function* readRows({ file, layout, ...options }: RowsQuestion): Batches {
  const batches =
    layout.format === "xlsx" ? readWorkbook(file, options) : readText({ file, layout, ...options });
  let hasRows = false;
  for await (const rows of batches) {
    if (rows.length === 0) continue;
    hasRows = true;
    yield rows;
  }
  if (hasRows) return;
  // Objects of JSON name their columns themselves.
  const where = layout.format.startsWith("json") ? "" : " below its header";
  throw new FileError(`${showFile(file.name)} has no rows${where}; see whether the export failed`);
}

async function* readText(question: RowsQuestion & { readonly layout: TextLayout }): Batches {
  const { file, layout, ...options } = question;
  const reader = createReader(file.name, layout);
  const bytes = readBytes({ ...file, isGzip: layout.isGzip }, options);
  let brokenOff: string | undefined;
  try {
    for await (const chunk of transcode(bytes, layout.encoding)) yield reader.read(chunk);
  } catch (error) {
    if (!(error instanceof BrokenArchiveError)) throw error;
    brokenOff = ARCHIVE_BROKEN;
  }
  yield reader.end(brokenOff);
}

function createReader(file: string, layout: TextLayout): RowReader {
  if (layout.format === "csv") return createCsvReader({ file, delimiter: layout.delimiter });
  return layout.format === "json" ? createJsonArrayReader(file) : createJsonLinesReader(file);
}
