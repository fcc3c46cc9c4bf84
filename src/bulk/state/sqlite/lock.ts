import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { type Holder, StateLockedError } from "../state-error.ts";
import { loadSqlite } from "./load-sqlite.ts";
import { createPrivateFile } from "./private-file.ts";

/** SQLite's code for a file that another connection holds. */
const BUSY = 5;

/**
 * Takes the lock of a state, and returns what gives it back. Node has no lock of files, and SQLite has: an exclusive
 * transaction on an empty file beside the state, which the system itself ends with the process, however that dies.
 * The process id stands in a file of its own, because a process that closes a file loses its locks of it.
 * Throws `StateLockedError` where another run holds it.
 */
export function takeLock(file: string): () => void {
  createPrivateFile(`${file}.lock`);
  const connection = new (loadSqlite().DatabaseSync)(`${file}.lock`);
  try {
    connection.exec("PRAGMA busy_timeout = 0; PRAGMA journal_mode = OFF; BEGIN EXCLUSIVE");
    writeHolder(file);
  } catch (error) {
    connection.close();
    if ((error as { errcode?: unknown }).errcode !== BUSY) throw error;
    throw new StateLockedError({ file, holder: readHolder(file) });
  }
  let isHeld = true;
  return function release(): void {
    if (!isHeld) return;
    isHeld = false;
    rmSync(`${file}.pid`, { force: true });
    connection.close();
  };
}

function writeHolder(file: string): void {
  createPrivateFile(`${file}.pid`);
  const holder: Holder = { pid: process.pid, startedAt: Date.now() };
  writeFileSync(`${file}.pid`, JSON.stringify(holder));
}

/** What a killed run left there is not the holder; neither is what is only half written. */
function readHolder(file: string): Holder | undefined {
  try {
    const holder: Holder = JSON.parse(readFileSync(`${file}.pid`, "utf8"));
    process.kill(holder.pid, 0);
    return holder;
  } catch {
    return undefined;
  }
}
