import type { RunningState } from "../state/state.ts";

export interface IntentOptions {
  readonly state: Pick<RunningState, "intend">;
  readonly source: string;
}

/**
 * Makes the step that puts the intent to create a person on disk. All that is asked for in one turn of the event loop is
 * one group: a transaction for each would cost more than the request. It resolves when the intent is on disk, and
 * rejects for the whole group with what the state throws.
 */
export function groupIntents({ state, source }: IntentOptions): (key: string) => Promise<void> {
  let keys: string[] = [];
  let written = Promise.resolve();

  function writeGroup(): void {
    const group = keys;
    keys = [];
    state.intend(source, group);
  }
  return function intend(key) {
    if (keys.length === 0) written = new Promise<void>((resolve) => setImmediate(resolve)).then(writeGroup);
    keys.push(key);
    return written;
  };
}
