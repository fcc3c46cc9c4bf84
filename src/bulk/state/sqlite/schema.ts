import type { DatabaseSync } from "node:sqlite";
import { StateError } from "../state-error.ts";
import { addFoldEmail, FOLD_KEYS, showFolded } from "./fold-keys.ts";

/** "upsh": tells a state from the database of another program. */
const APPLICATION_ID = 0x75707368;

/**
 * Each step brings a state from one version to the next; the version is their number. Never change one that was released.
 *
 * `hashes` is 16 bytes over the record and 3 for each field of its shape, and empty for somebody who is uncertain,
 * or was sent again and is not confirmed; one blob, because each costs a microsecond to read. People have ids and an index by key, rather than a table by key: what
 * is read in the order of the roster then lies together, and a search of those who are missing reads the index alone.
 */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE destinations (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
   CREATE TABLE sources (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
   CREATE TABLE shapes (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
   CREATE TABLE people (
     id INTEGER PRIMARY KEY, destination INTEGER NOT NULL, key TEXT NOT NULL, source INTEGER NOT NULL,
     uncertain INTEGER NOT NULL, pushed_at INTEGER NOT NULL, shape INTEGER NOT NULL, hashes BLOB NOT NULL,
     reference TEXT, UNIQUE (destination, key)) STRICT;
   CREATE INDEX uncertain_people ON people (destination, key) WHERE uncertain = 1;
   CREATE TABLE runs (
     id INTEGER PRIMARY KEY, destination INTEGER NOT NULL, source INTEGER NOT NULL, started_at INTEGER NOT NULL,
     finished_at INTEGER, allowed_new INTEGER NOT NULL, allowed_changed INTEGER NOT NULL, totals TEXT, stop TEXT) STRICT;
   CREATE INDEX runs_by_destination ON runs (destination, id);
   CREATE TABLE user_types (destination INTEGER PRIMARY KEY, listed_at INTEGER NOT NULL, ids TEXT NOT NULL) STRICT;
   CREATE TABLE hash_key (proof TEXT NOT NULL, after_run INTEGER NOT NULL) STRICT;`,
  // Fields had a hash of 8 bytes each, which showed who had a value in common. Of a later change, all fields are named once.
  "UPDATE people SET hashes = substr(hashes, 1, 16), shape = 0 WHERE length(hashes) > 16;",
  // What a run was allowed is good for its own people alone. Of earlier runs nobody knows who they were.
  "ALTER TABLE runs ADD COLUMN input TEXT;",
  // An e-mail address that came in another letter case made another person of somebody who was known.
  FOLD_KEYS,
];

/** The first version whose keys are folded. */
const FOLDED = 4;

/** Whether there is a state in a database, or nothing yet. Throws `StateError` for what is neither, or is of a newer userpush. */
export function hasSchema(connection: DatabaseSync, file: string): boolean {
  const version = pragma(connection, "user_version");
  if (pragma(connection, "schema_version") === 0) return false;
  if (pragma(connection, "application_id") !== APPLICATION_ID)
    throw new StateError(`${file} is the database of another program; name another file with --state`);
  if (version > MIGRATIONS.length)
    throw new StateError(
      `the state ${file} is of version ${version}, and this userpush knows ${MIGRATIONS.length} at most: ` +
        "a newer one wrote it; push with that one",
    );
  return true;
}

/** Brings a state to the version of this userpush, in one transaction, and writes what was older anew. Throws as `hasSchema` does. */
export function migrate(connection: DatabaseSync, file: string): void {
  const version = hasSchema(connection, file) ? pragma(connection, "user_version") : 0;
  if (version === MIGRATIONS.length) return;
  const steps = MIGRATIONS.slice(version).join("\n");
  addFoldEmail(connection);
  connection.exec(
    `BEGIN IMMEDIATE; ${steps} PRAGMA application_id = ${APPLICATION_ID};
     PRAGMA user_version = ${MIGRATIONS.length}; COMMIT`,
  );
  // What a step takes away would stay readable in the room that it leaves free.
  if (version > 0) connection.exec("VACUUM");
}

/** Shows the people of one destination as `migrate` will leave them, and changes nothing. */
export function showMigrated(connection: DatabaseSync, destination: string): void {
  if (pragma(connection, "user_version") < FOLDED) showFolded(connection, destination);
}

function pragma(connection: DatabaseSync, name: string): number {
  return Number(connection.prepare(`PRAGMA ${name}`).get()?.[name]);
}
