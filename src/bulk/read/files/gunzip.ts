import { createGunzip } from "node:zlib";
import { BrokenArchiveError } from "./broken-archive-error.ts";

/** A byte may unfold to a thousand: what is unfolded at once must stay small. */
const SLICE_BYTES = 4096;
const CHUNK_BYTES = 65_536;

/**
 * Unfolds a gzip archive, of several members too. Where it is cut off or damaged, all that can be unfolded comes first;
 * then it throws `BrokenArchiveError`. What follows the archive in its file is left out, as gzip does.
 */
export async function* gunzip(archive: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  const inflater = createInflater();
  try {
    for await (const chunk of archive) {
      for (let at = 0; at < chunk.length; at += SLICE_BYTES) {
        yield* await inflater.push(chunk.subarray(at, at + SLICE_BYTES));
        inflater.throwIfBroken();
      }
    }
    yield* await inflater.end();
    inflater.throwIfBroken();
  } finally {
    inflater.destroy();
  }
}

/** A stream that fails throws away what it has ready: so each chunk is taken over as soon as it is there. */
function createInflater() {
  const inflate = createGunzip({ chunkSize: CHUNK_BYTES });
  let ready: Buffer[] = [];
  let broken: Error | undefined;
  let isEnded = false;
  let settle = () => {};
  inflate.on("data", (chunk: Buffer) => ready.push(chunk));
  inflate.on("error", (error) => {
    broken = error;
    settle();
  });
  inflate.on("end", () => {
    isEnded = true;
    settle();
  });

  /** Neither a broken archive nor one that something follows calls back. */
  async function unfold(start: (done: () => void) => void): Promise<readonly Buffer[]> {
    if (!isEnded) {
      await new Promise<void>((resolve) => {
        settle = resolve;
        start(resolve);
      });
    }
    const chunks = ready;
    ready = [];
    return chunks;
  }

  return {
    push: (chunk: Buffer) => unfold((done) => inflate.write(chunk, (error) => error ?? done())),
    end: () => unfold(() => inflate.end()),
    throwIfBroken() {
      if (broken) throw new BrokenArchiveError("The archive is cut off or damaged", { cause: broken });
    },
    destroy: () => inflate.destroy(),
  };
}
