import type { Reason } from "./row.ts";

/** The keys of a run so far, and the line on which each was first. It grows with the people of a run, key by key. */
export interface KeyIndex {
  /** Why a record cannot be sent: an earlier line has its key. The line of a key that is new is remembered. */
  readonly add: (record: Readonly<Record<string, unknown>>, line: number) => Reason[];
}

/** Two rows of one person, sent at the same time, would leave whichever arrives last. */
export function createKeyIndex(identity: readonly string[]): KeyIndex {
  const lines = new Map<string, number>();
  function add(record: Readonly<Record<string, unknown>>, line: number): Reason[] {
    const key = JSON.stringify(identity.map((name) => record[name]));
    const first = lines.get(key);
    if (first === undefined) lines.set(key, line);
    return first === undefined
      ? []
      : [{ message: `line ${first} holds the same person: one ${identity.join(" and ")}` }];
  }
  return { add };
}
