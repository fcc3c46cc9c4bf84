import { stat } from "node:fs/promises";
import { FileError } from "../../file-error.ts";
import { showFile, toFileError } from "./file-fault.ts";

/** What changes when somebody writes to a file, or puts another one in its place. */
export interface FileStamp {
  readonly bytes: number;
  readonly modifiedNs: bigint;
  readonly inode: bigint;
}

/** Where a file lies, and how the person named it. */
export interface FilePlace {
  readonly name: string;
  readonly path: string;
}

/** Throws `FileError` for what is no regular file, or an empty one. */
export async function stampFile({ name, path }: FilePlace): Promise<FileStamp> {
  const found = await stat(path, { bigint: true }).catch((error) => {
    throw toFileError(name, error);
  });
  if (found.isDirectory()) throw new FileError(`${name} is a folder; name a file in it`);
  if (!found.isFile()) throw new FileError(`${name} is no regular file; pipe it in, and name it "-"`);
  if (found.size === 0n) throw new FileError(`${showFile(name)} is empty; see whether the export failed`);
  return { bytes: Number(found.size), modifiedNs: found.mtimeNs, inode: found.ino };
}

/** Throws `FileError` where a file is not what it was: rows of two exports must not become one run. */
export async function checkUnchanged(place: FilePlace, stamp: FileStamp): Promise<void> {
  const now = await stampFile(place).catch((cause) => {
    throw new FileError(`${changed(place.name)}: ${cause.message}`, { cause });
  });
  const same = now.bytes === stamp.bytes && now.modifiedNs === stamp.modifiedNs && now.inode === stamp.inode;
  if (!same) throw new FileError(`${changed(place.name)}; start again once nothing writes to it`);
}

function changed(name: string): string {
  return `${showFile(name)} changed while it was read`;
}
