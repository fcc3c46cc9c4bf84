import { findHashKey } from "./hashing/hash-key.ts";
import { createPeopleReader, NOBODY } from "./read-people.ts";
import { createRunLog } from "./run-log.ts";
import type { Database } from "./sqlite/database.ts";
import { createInterner } from "./sqlite/interner.ts";
import type { RunningState } from "./state.ts";
import type { StateOptions } from "./state-options.ts";
import { createUserTypes } from "./user-types.ts";
import { createPeopleWriter, type PeopleWriter } from "./write-people.ts";

/** Puts a state together over its tables. One whose key is lost is empty, and stays on disk as it is until a run begins. */
export function createRunningState(database: Database, options: StateOptions): Omit<RunningState, "close"> {
  const key = findHashKey(database, options);
  const { condition, hasher } = key;
  const destination = createInterner(database, "destinations").intern(options.destination);
  const reader = createPeopleReader(database, destination);
  const writer = createPeopleWriter({ database, destination });
  const log = createRunLog(database, destination);
  let isUsable = condition === "known";

  const readable = () => (isUsable ? reader : NOBODY);
  function writable(): PeopleWriter {
    if (isUsable) return writer;
    throw new Error("a run must begin before people are remembered: the key of their hashes is not kept yet");
  }
  function beginRun(run: Parameters<RunningState["beginRun"]>[0]): number {
    if (!isUsable) key.adopt();
    isUsable = true;
    return log.beginRun(run);
  }
  return {
    condition,
    hasher,
    people: () => readable().people(),
    peopleOf: (source) => readable().peopleOf(source),
    find: (personKey) => readable().find(personKey),
    missing: (source, seen) => readable().missing(source, seen),
    uncertain: () => readable().uncertain(),
    unfinishedRun: (source, input) => (isUsable ? log.unfinishedRun(source, input) : undefined),
    runs: log.runs,
    beginRun,
    finishRun: log.finishRun,
    intend: (source, keys) => writable().intend(source, keys),
    doubt: (keys) => writable().doubt(keys),
    settle: (source, outcome) => writable().settle(source, outcome),
    adopt: (source, ids) => writable().adopt(source, ids),
    ...createUserTypes(database, destination),
  };
}
