import { createReadStream } from "node:fs";
import { toFileError } from "./file-fault.ts";
import type { FilePlace } from "./file-stamp.ts";
import { gunzip } from "./gunzip.ts";

export interface ReadOptions {
  /** Ends the reading by throwing its reason. */
  readonly signal?: AbortSignal | undefined;
  /** Told how many bytes of the file, as it lies on the disk, were read more. */
  readonly onBytes?: ((count: number) => void) | undefined;
}

/** The bytes of a file, unfolded where it is a gzip archive. Throws `FileError`, or `BrokenArchiveError` at the break. */
export function readBytes(
  file: FilePlace & { readonly isGzip: boolean },
  options: ReadOptions,
): AsyncGenerator<Buffer, void, undefined> {
  const bytes = readRaw(file, options);
  return file.isGzip ? gunzip(bytes) : bytes;
}

async function* readRaw(
  { name, path }: FilePlace,
  { signal, onBytes }: ReadOptions,
): AsyncGenerator<Buffer, void, undefined> {
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      signal?.throwIfAborted();
      onBytes?.(chunk.length);
      yield chunk;
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw toFileError(name, error);
  }
}
