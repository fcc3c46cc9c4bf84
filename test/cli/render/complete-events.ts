import type { RunEvent } from "../../../src/bulk/run-event.ts";
import { finishedEvent, plannedEvent, progressEvent, rowEvent } from "./made-up-run.ts";

const PLACE = { file: "roster.csv", line: 2 };
const PERSON = { ...PLACE, key: "N1" };
const REASON = { field: "zip", code: 9033, message: "`zip` is bad" };

/** One event of each type, with every member that it can have. */
export const COMPLETE_EVENTS: readonly RunEvent[] = [
  progressEvent({ rateLimit: 50, waitingMs: 1000, waitAsked: true, throttled: 1 }),
  plannedEvent({
    ...{ skipped: { deceased: 1 }, changedFields: { zip: 1 }, ignoredColumns: ["NOTES"] },
    notes: ["an odd thing"],
    brakes: [{ name: "max-new", count: 2, limit: 1, message: "2 new people, and 1 is allowed" }],
    examples: {
      pushes: [{ ...PERSON, action: "changed", fields: ["zip"] }],
      frozen: [{ ...PERSON, fields: ["zip"] }],
      uncertain: [PERSON],
      rejects: [{ ...PLACE, key: "N1", reasons: [REASON] }],
      missing: [{ key: "N9", pushedAt: 0 }],
      warnings: [{ ...PLACE, message: "`a` and `b` differ" }],
    },
  }),
  rowEvent({ reasons: [{ ...REASON, answered: true }], warnings: ["`a` and `b` differ"] }),
  finishedEvent({
    skipped: { deceased: 1 },
    stop: { reason: "interrupted", message: "the run was interrupted" },
  }),
];
