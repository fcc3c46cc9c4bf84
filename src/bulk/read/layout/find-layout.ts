import { FileError } from "../../file-error.ts";
import { BrokenArchiveError } from "../files/broken-archive-error.ts";
import { showFile } from "../files/file-fault.ts";
import type { FilePlace } from "../files/file-stamp.ts";
import { readBytes } from "../files/read-bytes.ts";
import { detectDelimiter } from "./detect-delimiter.ts";
import { createEncodingJudge, encodingOfHead } from "./detect-encoding.ts";
import { detectFormat } from "./detect-format.ts";
import { describeForeign, isWorkbook } from "./foreign-file.ts";
import type { Layout, LayoutWishes, RosterEncoding } from "./layout.ts";

/** What is looked at to find format and delimiter. */
const HEAD_BYTES = 65_536;

const GZIP = "1f8b";

type Question = LayoutWishes & { readonly file: FilePlace; readonly signal?: AbortSignal | undefined };

/**
 * Finds how the bytes of a file become rows: wishes win; otherwise its bytes tell. All of them are read where nothing
 * but a late one can tell the encoding. Throws `FileError` for what holds no rows.
 */
export async function findLayout(question: Question): Promise<Layout> {
  const { file, signal } = question;
  const raw = await readHead(readBytes({ ...file, isGzip: false }, { signal }));
  if (isWorkbook(raw)) return workbook(question);
  const isGzip = raw.subarray(0, 2).toString("hex") === GZIP;
  const read = () => readBytes({ ...file, isGzip }, { signal });
  const head = isGzip ? await readHead(read()) : raw;
  refuseForeign(file, head);
  const encoding = question.encoding ?? encodingOfHead(head) ?? (await judgeEncoding(read()));
  return textLayout(question, { head: decodeHead(head, encoding), isGzip, encoding });
}

function workbook({ file, format = "xlsx", encoding, delimiter }: Question): Layout {
  const wish = format !== "xlsx" ? "format" : encoding ? "encoding" : delimiter ? "delimiter" : undefined;
  if (wish === undefined) return { format: "xlsx" };
  throw new FileError(`${showFile(file.name)} is an Excel workbook; leave out the ${wish}`);
}

function refuseForeign({ name }: FilePlace, head: Buffer): void {
  if (head.length === 0)
    throw new FileError(`${showFile(name)} is an archive of nothing, or cut off at once`);
  const foreign = describeForeign(isWorkbook(head) ? Buffer.alloc(0) : head, name);
  if (foreign) throw new FileError(`${showFile(name)} ${foreign}`);
  if (isWorkbook(head)) throw new FileError(`${showFile(name)} is a workbook packed with gzip; unpack it`);
}

function textLayout(
  { file, format: wish, delimiter }: Question,
  { head, ...text }: { readonly head: string; readonly isGzip: boolean; readonly encoding: RosterEncoding },
): Layout {
  const format = wish ?? (delimiter ? "csv" : detectFormat(head));
  const name = showFile(file.name);
  if (format === "xlsx") throw new FileError(`${name} is no Excel workbook; leave out the format`);
  if (format === "unclear")
    throw new FileError(
      `${name} is JSON, and neither an array of objects nor one object a line; export it so`,
    );
  if (format === "csv") return { format, delimiter: delimiter ?? detectDelimiter(head), ...text };
  if (delimiter)
    throw new FileError(`${name} is to be read as ${format}, which has no delimiter; leave it out`);
  return { format, ...text };
}

async function readHead(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  await untilBreak(bytes, (chunk) => {
    chunks.push(Buffer.from(chunk));
    length += chunk.length;
    return length < HEAD_BYTES;
  });
  return Buffer.concat(chunks);
}

async function judgeEncoding(bytes: AsyncIterable<Buffer>): Promise<RosterEncoding> {
  const judge = createEncodingJudge();
  await untilBreak(bytes, judge.add);
  return judge.end();
}

/** What can be read of a broken archive is read; the rows tell of the break. */
async function untilBreak(bytes: AsyncIterable<Buffer>, take: (chunk: Buffer) => boolean): Promise<void> {
  try {
    for await (const chunk of bytes) if (!take(chunk)) return;
  } catch (error) {
    if (!(error instanceof BrokenArchiveError)) throw error;
  }
}

/** The last line of a head may be cut in two, and its last character as well. */
function decodeHead(head: Buffer, encoding: RosterEncoding): string {
  const text = new TextDecoder(encoding).decode(head);
  const end = Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r"));
  return head.length < HEAD_BYTES || end < 0 ? text : text.slice(0, end);
}
