import { existsSync, statSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { StateError } from "../state-error.ts";
import { stateFiles } from "../state-files.ts";
import { damaged } from "./explain-failure.ts";
import { loadSqlite } from "./load-sqlite.ts";
import { createPrivateFile } from "./private-file.ts";
import { hasSchema } from "./schema.ts";

/** Pages that SQLite keeps in memory, in KiB: most of the index of 120,000 people. */
const CACHE_KIB = 8_000;

/** How long SQLite waits for a program that holds the file for a moment, in milliseconds. */
const BUSY_TIMEOUT_MS = 5_000;

const SETTINGS = `PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}; PRAGMA cache_size = -${CACHE_KIB};
  PRAGMA cell_size_check = ON; PRAGMA fullfsync = ON;`;

/** SQLite's codes for a file that cannot be opened, and for a log that makes no sense without an index. */
const NEEDS_INDEX: readonly unknown[] = [14, 15];

/** What SQLite takes for a page at least. A shorter file is none to it, and it would begin it anew. */
const MIN_PAGE_BYTES = 512;

/** Opens the file of a state so that neither it nor anything beside it is changed or made. */
export function openForReading(file: string): DatabaseSync {
  refuseOther(file);
  const wasKilled = hasLeftovers(file);
  try {
    // With this, the index of a log that a killed run left is built in memory, and not in the file beside it.
    return prepareReading(`${pathToFileURL(file).href}?readonly_shm=1`, { file, wasKilled });
  } catch (error) {
    if (!NEEDS_INDEX.includes((error as { errcode?: unknown }).errcode)) throw error;
    // A log that came from elsewhere has no index beside it and needs one; and Node 22.13 takes no URL for a file.
    return prepareReading(file, { file, wasKilled });
  }
}

interface Condition {
  readonly file: string;
  readonly wasKilled: boolean;
}

function prepareReading(path: string, { file, wasKilled }: Condition): DatabaseSync {
  const connection = new (loadSqlite().DatabaseSync)(path, { readOnly: true });
  return closingOnFailure(connection, () => {
    connection.exec(SETTINGS);
    connection.prepare("SELECT count(*) FROM sqlite_schema").get();
    if (wasKilled) checkPages(connection, file);
  });
}

/** Opens the file of a state for a run, and makes it where there is none. */
export function openForWriting(file: string): DatabaseSync {
  const wasKilled = hasLeftovers(file);
  createPrivateFile(file);
  refuseOther(file);
  const connection = new (loadSqlite().DatabaseSync)(file);
  return closingOnFailure(connection, () => {
    connection.exec(SETTINGS);
    // What is not ours to write stays as it is, and the mode of a file is written in it.
    hasSchema(connection, file);
    connection.exec("PRAGMA journal_mode = WAL");
    if (wasKilled) checkPages(connection, file);
  });
}

/**
 * Leaves the file without a log, so that it can be read with nothing written beside it. Where somebody reads it just now
 * the log stays, which is as good, but needs more files.
 */
export function closeAfterWriting(connection: DatabaseSync): void {
  try {
    connection.exec("PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE");
  } catch {}
  connection.close();
}

function refuseOther(file: string): void {
  const found = statSync(file);
  if (found.isDirectory()) throw new StateError(`the state ${file} is a folder; name a file with --state`);
  if (found.size > 0 && found.size < MIN_PAGE_BYTES) throw damaged(file);
}

function closingOnFailure(connection: DatabaseSync, work: () => void): DatabaseSync {
  try {
    work();
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** A run that ends, however it ends, leaves no log behind; one that was killed does. */
function hasLeftovers(file: string): boolean {
  const { log } = stateFiles(file);
  return existsSync(log) && statSync(log).size > 0;
}

/**
 * Half a second for a million people, and so only where the last run was killed. SQLite itself notices at once a file that
 * is cut off or no database; any other damage it notices where it meets it, and then the run stops.
 */
function checkPages(connection: DatabaseSync, file: string): void {
  const found = connection.prepare("PRAGMA quick_check(1)").get();
  if (found?.["quick_check"] !== "ok") throw damaged(file);
}
