/** What became of the rows of a run. `read` is the sum of the others, always. */
export interface Totals {
  readonly read: number;
  readonly pushed: number;
  readonly rejected: number;
  /** Rows that the run did not come to, because it was stopped. */
  readonly notAttempted: number;
}

export type Fate = Exclude<keyof Totals, "read">;

export const NO_ROWS: Totals = { read: 0, pushed: 0, rejected: 0, notAttempted: 0 };

/** Counts one more row. */
export function addRow(totals: Totals, fate: Fate): Totals {
  return { ...totals, read: totals.read + 1, [fate]: totals[fate] + 1 };
}
