import type { Judged } from "../plan/judge.ts";
import type { PlanCounts } from "../plan/plan.ts";
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
   * What became of all rows, whether the run came to them or not: nobody reads on after a stop only to count. The plan has
   * judged every row already, and whoever it would send and was not sent was not attempted.
   */
  readonly finalTotals: (planned: PlanCounts) => Totals;
}

const FATES = {
  skipped: "skipped",
  frozen: "skipped",
  rejected: "rejected",
  unchanged: "unchanged",
  uncertain: "uncertain",
} as const satisfies Record<Unsent["verdict"], Fate>;

export function createLedger(): Ledger {
  const sent = { pushed: 0, rejected: 0, uncertain: 0, notAttempted: 0 };
  const unsent = { ...NO_ROWS };

  function totals(): Totals {
    return sum({ ...unsent, pushed: sent.pushed, notAttempted: sent.notAttempted });
  }
  function sum({
    unchanged,
    skipped,
    rejected,
    uncertain,
    notAttempted,
    pushed,
  }: Omit<Totals, "read">): Totals {
    const fates = {
      pushed,
      unchanged,
      skipped,
      rejected: rejected + sent.rejected,
      uncertain: uncertain + sent.uncertain,
      notAttempted,
    };
    return { read: Object.values(fates).reduce((all, one) => all + one, 0), ...fates };
  }
  function finalTotals(planned: PlanCounts): Totals {
    const attempted = sent.pushed + sent.rejected + sent.uncertain;
    return sum({
      pushed: sent.pushed,
      unchanged: planned.unchanged,
      skipped: planned.skipped + planned.frozen,
      rejected: planned.rejected,
      uncertain: planned.uncertain,
      notAttempted: planned.new + planned.changed + planned.again - attempted,
    });
  }
  return {
    countSent(fate) {
      sent[fate] += 1;
    },
    countUnsent({ verdict }) {
      unsent[FATES[verdict]] += 1;
    },
    totals,
    finalTotals,
  };
}
