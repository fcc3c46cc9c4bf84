import { existsSync } from "node:fs";
import { findHashKey } from "./hashing/hash-key.ts";
import { createHasher } from "./hashing/hasher.ts";
import { createHashKey } from "./hashing/key-file.ts";
import { createPeopleReader, NOBODY } from "./read-people.ts";
import { createRunLog } from "./run-log.ts";
import { createDatabase, type Database } from "./sqlite/database.ts";
import { explainFailure } from "./sqlite/explain-failure.ts";
import { createInterner } from "./sqlite/interner.ts";
import { openForReading } from "./sqlite/open-connection.ts";
import { hasSchema, showMigrated } from "./sqlite/schema.ts";
import type { State } from "./state.ts";
import type { StateOptions } from "./state-options.ts";
import { createUserTypes } from "./user-types.ts";

/** What no row of a destination has: it was never pushed to. */
const UNKNOWN_DESTINATION = 0;

/**
 * Reads what earlier runs did, while a run goes on too. It writes nothing and leaves no file; a process that then opens
 * the state for a run closes this one first. Throws `StateError` for a state that is damaged, of a newer userpush, or not
 * to be read.
 */
export function readState(options: StateOptions): State {
  const { file } = options;
  try {
    const database = existsSync(file) ? openDatabase(options) : undefined;
    return database ? closingOnFailure(database, () => toState(database, options)) : emptyState(options);
  } catch (error) {
    throw explainFailure(error, file);
  }
}

function openDatabase({ file, destination }: StateOptions): Database | undefined {
  const connection = openForReading(file);
  const database = createDatabase({ connection, file });
  return closingOnFailure(database, () => {
    if (!hasSchema(connection, file)) {
      database.close();
      return undefined;
    }
    showMigrated(connection, destination);
    return database;
  });
}

function toState(database: Database, options: StateOptions): State {
  const { condition, hasher } = findHashKey(database, options);
  const destination =
    createInterner(database, "destinations").find(options.destination) ?? UNKNOWN_DESTINATION;
  const { runs, unfinishedRun } = createRunLog(database, destination);
  const people = condition === "known" ? createPeopleReader(database, destination) : NOBODY;
  return {
    condition,
    hasher,
    ...people,
    unfinishedRun: (source, input) => (condition === "known" ? unfinishedRun(source, input) : undefined),
    runs,
    userTypes: createUserTypes(database, destination).userTypes,
    close: database.close,
  };
}

function emptyState({ exclude = [] }: StateOptions): State {
  return {
    condition: "new",
    hasher: createHasher({ key: createHashKey(), exclude }),
    ...NOBODY,
    unfinishedRun: () => undefined,
    runs: () => [],
    userTypes: () => undefined,
    close: () => {},
  };
}

function closingOnFailure<Result>(database: Database, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    database.close();
    throw error;
  }
}
