import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type Holder, StateLockedError } from "../state-error.ts";
import { stateFiles } from "../state-files.ts";
import { explainFailure } from "./explain-failure.ts";
import { loadSqlite } from "./load-sqlite.ts";
import { createPrivateFile } from "./private-file.ts";

/** SQLite's code for a file that another connection holds. */
const BUSY = 5;

/** Whoever only looks whether the lock is held holds it for a moment, and must end no run that begins just then. */
const LOOK_MS = 100;

/**
 * Takes the lock of a state, and returns what gives it back. Node has no lock of files, and SQLite has: an exclusive
 * transaction on an empty file beside the state, which the system itself ends with the process, however that dies.
 * The process id stands in a file of its own, because a process that closes a file loses its locks of it.
 * Throws `StateLockedError` where another run holds it.
 */
export function takeLock(file: string): () => void {
  const { lock, holder } = stateFiles(file);
  createPrivateFile(lock);
  const connection = new (loadSqlite().DatabaseSync)(lock);
  try {
    connection.exec(`PRAGMA busy_timeout = ${LOOK_MS}; PRAGMA journal_mode = OFF; BEGIN EXCLUSIVE`);
    writeHolder(holder);
  } catch (error) {
    connection.close();
    if (!isBusy(error)) throw error;
    throw new StateLockedError({ file, holder: readHolder(holder) });
  }
  let isHeld = true;
  return function release(): void {
    if (!isHeld) return;
    isHeld = false;
    rmSync(holder, { force: true });
    connection.close();
  };
}

/**
 * The moment before which a run that is not finished must have begun to have been killed: that since which the lock is
 * held, and now where nobody holds it. Writes nothing, and makes no file. Throws `StateError` where that cannot be told.
 */
export function killedBefore(file: string): number {
  const now = Date.now();
  try {
    return isHeld(file) ? (parseHolder(stateFiles(file).holder)?.startedAt ?? 0) : now;
  } catch (error) {
    throw explainFailure(error, file);
  }
}

function isHeld(file: string): boolean {
  const { lock } = stateFiles(file);
  if (!existsSync(lock)) return false;
  const connection = new (loadSqlite().DatabaseSync)(lock, { readOnly: true });
  try {
    connection.exec("PRAGMA busy_timeout = 0; SELECT count(*) FROM sqlite_schema");
    return false;
  } catch (error) {
    if (!isBusy(error)) throw error;
    return true;
  } finally {
    connection.close();
  }
}

function isBusy(error: unknown): boolean {
  return (error as { errcode?: unknown }).errcode === BUSY;
}

function writeHolder(file: string): void {
  createPrivateFile(file);
  const holder: Holder = { pid: process.pid, startedAt: Date.now() };
  writeFileSync(file, JSON.stringify(holder));
}

/** What a killed run left there is not the holder; neither is what is only half written. */
function readHolder(file: string): Holder | undefined {
  const holder = parseHolder(file);
  try {
    if (holder) process.kill(holder.pid, 0);
    return holder;
  } catch {
    return undefined;
  }
}

/** Nothing where the file holds what no run has written: somebody may have edited it, or a disk lost it. */
function parseHolder(file: string): Holder | undefined {
  try {
    const { pid, startedAt } = JSON.parse(readFileSync(file, "utf8"));
    return Number.isInteger(pid) && pid > 0 && isMoment(startedAt) ? { pid, startedAt } : undefined;
  } catch {
    return undefined;
  }
}

function isMoment(value: unknown): boolean {
  return typeof value === "number" && value >= 0 && !Number.isNaN(new Date(value).getTime());
}
