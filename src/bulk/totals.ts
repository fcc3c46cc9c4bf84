/** What became of the rows of a run. `read` is the sum of the others, always. */
export interface Totals {
  readonly read: number;
  readonly pushed: number;
  /** Rows that cannot be sent as they are, or that the API refused. */
  readonly rejected: number;
  /** Rows that got no answer, or one that says nothing of them. To push them again is safe. */
  readonly failed: number;
  /** Rows that the run did not come to because it was stopped, and those whose refusal stopped it. */
  readonly notAttempted: number;
}

export type Fate = Exclude<keyof Totals, "read">;

export const NO_ROWS: Totals = { read: 0, pushed: 0, rejected: 0, failed: 0, notAttempted: 0 };

/** Counts one more row. */
export function addRow(totals: Totals, fate: Fate): Totals {
  return { ...totals, read: totals.read + 1, [fate]: totals[fate] + 1 };
}
