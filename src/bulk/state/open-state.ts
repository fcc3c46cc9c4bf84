import { createRunningState } from "./running-state.ts";
import { createDatabase } from "./sqlite/database.ts";
import { explainFailure } from "./sqlite/explain-failure.ts";
import { takeLock } from "./sqlite/lock.ts";
import { closeAfterWriting, openForWriting } from "./sqlite/open-connection.ts";
import { createPrivateFolderOf } from "./sqlite/private-file.ts";
import { migrate } from "./sqlite/schema.ts";
import type { RunningState } from "./state.ts";
import type { StateOptions } from "./state-options.ts";

/**
 * Opens a state for a run, and makes it where there is none: its folder, readable by its owner alone, the file, and with
 * the first run its key. Nobody else can open it until it is closed, or this process ends, however it ends.
 * Throws `StateLockedError` where another run holds it, and `StateError` as `readState` does.
 */
export function openState(options: StateOptions): RunningState {
  const { file } = options;
  try {
    createPrivateFolderOf(file);
    const release = takeLock(file);
    return closingOnFailure(release, () => openLocked(options, release));
  } catch (error) {
    throw explainFailure(error, file);
  }
}

function openLocked(options: StateOptions, release: () => void): RunningState {
  const { file } = options;
  const connection = openForWriting(file);
  const database = createDatabase({ connection, file, closeConnection: closeAfterWriting });
  return closingOnFailure(database.close, () => {
    migrate(connection, file);
    const state = createRunningState(database, options);
    return { ...state, close };
  });

  function close(): void {
    try {
      database.close();
    } finally {
      release();
    }
  }
}

function closingOnFailure<Result>(close: () => void, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    close();
    throw error;
  }
}
