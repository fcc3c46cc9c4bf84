import { FileError } from "../file-error.ts";
import { BrokenArchiveError } from "./broken-archive-error.ts";
import { createCsvReader } from "./csv-reader.ts";
import { showFile } from "./file-fault.ts";
import type { FilePlace } from "./file-stamp.ts";
import { createJsonArrayReader } from "./json-array-reader.ts";
import { createJsonLinesReader } from "./json-lines-reader.ts";
import type { Layout } from "./layout.ts";
import { ARCHIVE_BROKEN } from "./malformed.ts";
import { type ReadOptions, readBytes } from "./read-bytes.ts";
import type { Row } from "./row.ts";
import type { RowReader } from "./row-reader.ts";
import { transcode } from "./transcode.ts";
import { readWorkbook } from "./workbook-rows.ts";

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
  if (!hasRows)
    throw new FileError(`${showFile(file.name)} has no rows below its header; see whether the export failed`);
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
