import type { Plan } from "../../../src/bulk/plan/plan.ts";
import { NOTHING_PLANNED } from "../../../src/bulk/plan/tally.ts";
import { NO_ROWS, type Totals } from "../../../src/bulk/record/totals.ts";
import type { FinishedEvent, ProgressEvent, RowEvent, RunEvent } from "../../../src/bulk/run-event.ts";

/** What remains to be said of a fault, as an API's document has it. */
export const REMEDIES = {
  9019: "Find the other person with this e-mail, and correct one of the two.",
  9030: "Shorten the longest value; the answer does not name the field.",
  9033: "Check dates, e-mails and ids; the answer does not name the field.",
};

/** Counts of rows; `read` is their sum. */
export function totalsOf(counts: Partial<Omit<Totals, "read">>): Totals {
  return { ...NO_ROWS, ...counts, read: Object.values(counts).reduce((sum, count) => sum + count, 0) };
}

export function rowEvent(facts: Partial<RowEvent> = {}): RowEvent {
  const sent = { attempts: 1, status: 200, reference: "44", action: "new" } as const;
  return {
    ...{ type: "row", file: "roster.csv", line: 2, fate: "pushed", key: "N1", reasons: [], warnings: [] },
    ...sent,
    ...facts,
  };
}

export function rejectedRow(line: number, ...reasons: RowEvent["reasons"]): RowEvent {
  return rowEvent({ line, key: `N${line}`, fate: "rejected", attempts: 0, reasons });
}

export function progressEvent(facts: Partial<ProgressEvent> = {}): ProgressEvent {
  return {
    ...{ type: "progress", phase: "pushing", totals: NO_ROWS, rows: 8, share: 0 },
    ...{ elapsedMs: 0, perSecond: 0, inFlight: 4 },
    ...facts,
  };
}

export function finishedEvent(facts: Partial<FinishedEvent> = {}): FinishedEvent {
  const startedAt = Date.UTC(2026, 10, 24, 7, 0, 0);
  return {
    ...{ type: "finished", totals: NO_ROWS, skipped: {}, missing: 0, startedAt, durationMs: 1000 },
    ...facts,
  };
}

export const DESTINATION = "opscom https://controller.operationscommander.io OC_TOMA";

export function planOf(facts: Partial<Plan> = {}): Plan {
  const { counts, examples, ...others } = facts;
  const { read: _, ...parts } = NOTHING_PLANNED;
  const counted = { ...parts, ...counts };
  return {
    ...{ destination: DESTINATION, source: "roster.csv", skipped: {}, changedFields: {}, missing: 0 },
    ...{ known: 12_000, knownOfSource: 12_000, warnings: 0, ignoredColumns: [], notes: [], brakes: [] },
    ...others,
    counts: {
      ...counted,
      read: Object.values({ ...counted, read: 0 }).reduce((sum, count) => sum + count, 0),
    },
    examples: { pushes: [], frozen: [], uncertain: [], rejects: [], missing: [], warnings: [], ...examples },
  };
}

export function plannedEvent(facts: Partial<Plan> = {}): RunEvent {
  return { type: "planned", ...planOf(facts) };
}
