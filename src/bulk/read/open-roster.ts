import { rm } from "node:fs/promises";
import { FileError } from "../file-error.ts";
import { checkUnchanged, type FilePlace, type FileStamp, stampFile } from "./files/file-stamp.ts";
import { spoolStandardInput } from "./files/spool.ts";
import { findLayout } from "./layout/find-layout.ts";
import type { Layout, LayoutWishes } from "./layout/layout.ts";
import { readRows } from "./read-rows.ts";
import { hasRejectColumns } from "./reject-columns.ts";
import type { Roster } from "./roster.ts";
import type { Row } from "./row.ts";

/** Larger workbooks do not fit into the memory, for their texts stand apart from their rows. */
const MAX_WORKBOOK_BYTES = 100_000_000;

export interface RosterOptions extends LayoutWishes {
  /** At least one; `-` is standard input, at most once. */
  readonly files: readonly string[];
  /** What `-` stands for. Default: `process.stdin`, which is touched only where `-` is among the files. */
  readonly stdin?: AsyncIterable<Uint8Array | string> | undefined;
  /** How the path begins of the file that keeps standard input until `close`. */
  readonly spool: string;
  /** Ends the reading by throwing its reason. */
  readonly signal?: AbortSignal | undefined;
}

interface OpenFile extends FilePlace {
  readonly stamp: FileStamp;
  readonly layout: Layout;
  readonly isMendedRejects: boolean;
}

/**
 * Opens the files of a run, and finds how they are to be read. Throws `FileError` for a file that is missing, empty,
 * without header or rows, or of a kind that holds none; `MissingPeerError` where a workbook cannot be read for want of
 * a package. Whatever it throws, nothing is left in the folder.
 */
export async function openRoster(options: RosterOptions): Promise<Roster> {
  const { files: names, signal } = options;
  checkNames(names);
  const spool = names.includes("-") ? await spoolOf(options) : undefined;
  const close = async () => {
    if (spool) await rm(spool, { force: true });
  };
  try {
    const files: OpenFile[] = [];
    for (const name of names)
      files.push(await openFile({ name, path: name === "-" && spool ? spool : name }, options));
    return { ...createRoster(files, signal), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function spoolOf({ stdin = process.stdin, spool: prefix, signal }: RosterOptions): Promise<string> {
  return spoolStandardInput({ stdin, prefix, signal });
}

function checkNames(names: readonly string[]): void {
  if (names.length === 0) throw new FileError("No file is named; name one, or - for standard input");
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new FileError(`${twice} is named twice; name each file once`);
}

async function openFile(place: FilePlace, options: RosterOptions): Promise<OpenFile> {
  const { signal, format, encoding, delimiter } = options;
  const stamp = await stampFile(place);
  const layout = await findLayout({ file: place, signal, format, encoding, delimiter });
  if (layout.format === "xlsx" && stamp.bytes > MAX_WORKBOOK_BYTES)
    throw new FileError(`${place.name} is an Excel workbook of more than 100 MB; save it as CSV UTF-8`);
  const [first] = await firstRows(readRows({ file: place, layout, signal }));
  return { ...place, stamp, layout, isMendedRejects: hasRejectColumns(first?.header ?? []) };
}

/** Of a file without any it throws. */
async function firstRows(batches: AsyncGenerator<readonly Row[]>): Promise<readonly Row[]> {
  for await (const rows of batches) return rows;
  return [];
}

function createRoster(files: readonly OpenFile[], signal: AbortSignal | undefined): Omit<Roster, "close"> {
  let bytesRead = 0;
  const onBytes = (count: number) => {
    bytesRead += count;
  };

  async function* rows(): AsyncGenerator<readonly Row[], void, undefined> {
    bytesRead = 0;
    for (const file of files) {
      await checkUnchanged(file, file.stamp);
      yield* readRows({ file, layout: file.layout, signal, onBytes, maxBytes: file.stamp.bytes });
      await checkUnchanged(file, file.stamp);
    }
  }

  return {
    files: files.map(({ name }) => name),
    bytes: files.reduce((sum, { stamp }) => sum + stamp.bytes, 0),
    isMendedRejects: files.every((file) => file.isMendedRejects),
    rows,
    bytesRead: () => bytesRead,
  };
}
