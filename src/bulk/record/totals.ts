/** What became of the rows of a run. `read` is the sum of the others, always. */
export interface Totals {
  readonly read: number;
  readonly pushed: number;
  /** Known, and as they were pushed last: nothing was sent. */
  readonly unchanged: number;
  /** Left out on purpose. */
  readonly skipped: number;
  /** Cannot be sent as they are, or were refused by the API. */
  readonly rejected: number;
  /**
   * Sent, and nobody knows whether it arrived, or what became of it could not be recorded. An API that updates is sent them
   * again by the next run.
   */
  readonly uncertain: number;
  /** Not sent: the run was stopped before, or by, them. The next run comes to them. */
  readonly notAttempted: number;
}

/** What can become of one row. */
export type Fate = Exclude<keyof Totals, "read">;

export const NO_ROWS: Totals = {
  read: 0,
  pushed: 0,
  unchanged: 0,
  skipped: 0,
  rejected: 0,
  uncertain: 0,
  notAttempted: 0,
};
