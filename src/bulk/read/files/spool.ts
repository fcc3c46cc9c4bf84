import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { performance } from "node:perf_hooks";
import { kill, pid } from "node:process";
import { pipeline } from "node:stream/promises";
import { FileError } from "../../file-error.ts";
import { removeAtExit } from "../../remove-at-exit.ts";

/** Whose it is: the process, and when that began, for a container gives the same number to each of its runs. */
const OWNER = `${pid}-${Math.round(performance.timeOrigin)}`;

const OWNED = /^-((\d+)-\d+)-/;

/** What nobody has written to for so long belongs to no process that is still at its beginning. */
const LEFT_MS = 3_600_000;

export interface SpoolQuestion {
  readonly stdin: AsyncIterable<Uint8Array | string>;
  /** How the path begins; its folder is made where it does not exist. */
  readonly prefix: string;
  readonly signal?: AbortSignal | undefined;
}

/** Writes standard input to a file that only its owner can read, and returns its path. */
export async function spoolStandardInput({ stdin, prefix, signal }: SpoolQuestion): Promise<string> {
  const path = `${prefix}-${OWNER}-${randomUUID()}`;
  const folder = dirname(path);
  removeAtExit(path);
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

/**
 * Removes what processes left that were killed. To be called by who holds the lock of the state that these spools belong to:
 * a process in another container cannot be seen from here, and looks as dead as one that was killed. Those that need no
 * lock, or do not have it yet, are done within the time that a spool is left alone.
 */
export async function removeLeftovers(prefix: string): Promise<void> {
  const names = await readdir(dirname(prefix)).catch(() => []);
  const paths = names.map((name) => join(dirname(prefix), name));
  await Promise.all(paths.map((path) => removeLeftover(path, prefix)));
}

async function removeLeftover(path: string, prefix: string): Promise<void> {
  const name = basename(path);
  const start = basename(prefix);
  if (!name.startsWith(start) || !isOrphaned(name.slice(start.length))) return;
  const found = await stat(path).catch(() => undefined);
  if (found && Date.now() - found.mtimeMs > LEFT_MS) await rm(path, { force: true });
}

/** A number that is our own now was that of a process before us, or is one of another container. */
function isOrphaned(owned: string): boolean {
  const [, owner, process] = OWNED.exec(owned) ?? [];
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
