import type { Judged } from "../plan/judge.ts";
import { type Fate, NO_ROWS, type Totals } from "../record/totals.ts";

/** Left out on purpose, because the API has no call for it. */
export const FROZEN = "changed, and the API cannot update";

export type Unsent = Exclude<Judged, { verdict: "send" }>;
export type SentFate = Extract<Fate, "pushed" | "rejected" | "uncertain" | "notAttempted">;

/** Adds up what became of the rows of a run. */
export interface Ledger {
  /** A row that was sent, or would have been. */
  readonly countSent: (fate: SentFate) => void;
  readonly countUnsent: (judged: Unsent) => void;
  /** What became of the rows so far. */
  readonly totals: () => Totals;
  /**
   * What became of all rows, so many of which were read by the plan. Nobody reads on after a stop only to count, and the
   * lists and files of a run hold only what it came to: all others were not attempted, whatever the plan said of them.
   */
  readonly finalTotals: (read: number) => Totals;
  /** How many of the rows so far were left out for which reason. */
  readonly skipped: () => Readonly<Record<string, number>>;
}

const FATES = {
  skipped: "skipped",
  frozen: "skipped",
  rejected: "rejected",
  unchanged: "unchanged",
  uncertain: "uncertain",
} as const satisfies Record<Unsent["verdict"], Fate>;

export function createLedger(): Ledger {
  const { read: _, ...none } = NO_ROWS;
  const counts: Record<Fate, number> = none;
  // A reason is any word that a mapping gives.
  const skipped = new Map<string, number>();

  function countUnsent(judged: Unsent): void {
    counts[FATES[judged.verdict]] += 1;
    if (judged.verdict === "skipped") countSkipped(judged.reason);
    if (judged.verdict === "frozen") countSkipped(FROZEN);
  }
  function countSkipped(reason: string): void {
    skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
  }
  function totals(): Totals {
    return { read: Object.values(counts).reduce((all, one) => all + one, 0), ...counts };
  }
  function finalTotals(read: number): Totals {
    const come = totals();
    return { ...come, read, notAttempted: come.notAttempted + read - come.read };
  }
  return {
    countSent(fate) {
      counts[fate] += 1;
    },
    countUnsent,
    totals,
    finalTotals,
    skipped: () => Object.fromEntries(skipped),
  };
}
