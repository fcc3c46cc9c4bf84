import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { kill, pid } from "node:process";
import { pipeline } from "node:stream/promises";
import { FileError } from "../../file-error.ts";

/** Whose it is: the process, and when that began, for a container gives the same number to each of its runs. */
const OWNER = `${pid}-${Math.round(performance.timeOrigin)}`;

const SPOOL_NAME = /^stdin-((\d+)-\d+)-/;

export interface SpoolQuestion {
  readonly stdin: AsyncIterable<Uint8Array | string>;
  /** Made where it does not exist. */
  readonly folder: string;
  readonly signal?: AbortSignal | undefined;
}

/** Writes standard input to a file that only its owner can read, and returns its path. */
export async function spoolStandardInput({ stdin, folder, signal }: SpoolQuestion): Promise<string> {
  const path = join(folder, `stdin-${OWNER}-${randomUUID()}`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // It is there before anything can fail: a stream that opens it by itself may do so after it was removed.
    const file = await open(path, "wx", 0o600);
    await pipeline(stdin, file.createWriteStream(), signal ? { signal } : {});
    return path;
  } catch (cause) {
    await rm(path, { force: true });
    signal?.throwIfAborted();
    const { code = "unknown error" } = cause as NodeJS.ErrnoException;
    const advice = "see whether the folder can be written to and the disk has room";
    throw new FileError(`Standard input cannot be kept in ${folder} (${code}); ${advice}`, { cause });
  }
}

/** Removes what processes left that were killed. */
export async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const leftovers = names.filter((name) => isLeftover(name));
  await Promise.all(leftovers.map((name) => rm(join(folder, name), { force: true })));
}

function isLeftover(name: string): boolean {
  const [, owner, process] = SPOOL_NAME.exec(name) ?? [];
  if (process === undefined || owner === OWNER) return false;
  return Number(process) === pid || !isAlive(Number(process));
}

function isAlive(process: number): boolean {
  try {
    return kill(process, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
