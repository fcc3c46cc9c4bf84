import { type FileHandle, open } from "node:fs/promises";
import { toFileError } from "./file-fault.ts";
import type { FilePlace } from "./file-stamp.ts";
import { gunzip } from "./gunzip.ts";

/** Small: while the rows of a chunk are parsed, nothing is sent. */
const CHUNK_BYTES = 32_768;

export interface ReadOptions {
  /** Ends the reading by throwing its reason. */
  readonly signal?: AbortSignal | undefined;
  /** Told how many bytes of the file, as it lies on the disk, were read more. */
  readonly onBytes?: ((count: number) => void) | undefined;
  /** What comes after so many bytes of the file is not read: somebody wrote it since it was opened. Default: all. */
  readonly maxBytes?: number | undefined;
}

/**
 * The bytes of a file, unfolded where it is a gzip archive. A chunk is overwritten by the next one: whoever keeps of it
 * copies. Throws `FileError`, or `BrokenArchiveError` at the break.
 */
export function readBytes(
  file: FilePlace & { readonly isGzip: boolean },
  options: ReadOptions,
): AsyncGenerator<Buffer, void, undefined> {
  const bytes = readRaw(file, options);
  return file.isGzip ? gunzip(bytes) : bytes;
}

/** A new buffer for each chunk would cost 40 MB of memory, since the collector sees little of a buffer. */
async function* readRaw(
  { name, path }: FilePlace,
  { signal, onBytes, maxBytes = Number.POSITIVE_INFINITY }: ReadOptions,
): AsyncGenerator<Buffer, void, undefined> {
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  let handle: FileHandle | undefined;
  try {
    handle = await open(path);
    for (let at = 0; at < maxBytes; ) {
      signal?.throwIfAborted();
      const { bytesRead } = await handle.read(buffer, 0, Math.min(CHUNK_BYTES, maxBytes - at));
      if (bytesRead === 0) return;
      at += bytesRead;
      onBytes?.(bytesRead);
      yield buffer.subarray(0, bytesRead);
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw toFileError(name, error);
  } finally {
    await handle?.close();
  }
}
