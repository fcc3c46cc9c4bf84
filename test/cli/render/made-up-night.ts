import type { RunEvent } from "../../../src/bulk/run-event.ts";
import {
  finishedEvent,
  plannedEvent,
  progressEvent,
  rejectedRow,
  rowEvent,
  totalsOf,
} from "./made-up-run.ts";

const ROWS = 12_482;
const PUSHES = 2_154;
const STEP_MS = 250;

/** Rows that were refused, as a night has them: one every so many pushes. */
const REJECT_EVERY = 180;

/**
 * The events of a night at an API that takes 50 requests a second: a run that finds its rate, is told to slow down, and
 * pauses once. Made up, and the same each time.
 */
export function* madeUpNight(): Generator<RunEvent> {
  yield progressEvent({ phase: "planning", share: 1, totals: totalsOf({ unchanged: ROWS }), elapsedMs: 900 });
  const counts = {
    read: 0,
    new: 120,
    changed: 2034,
    again: 0,
    unchanged: 10_301,
    frozen: 0,
    uncertain: 0,
    skipped: 17,
    rejected: 10,
  };
  yield plannedEvent({ counts, skipped: SKIPPED });
  for (let index = 0; index < counts.rejected; index += 1)
    yield rejectedRow(40 + index * 311, REASONS[index % 3] ?? REASONS[0]);
  yield* answers();
  yield finishedEvent({
    totals: totalsOf({ pushed: 2141, unchanged: 10_301, skipped: 17, rejected: 21, uncertain: 2 }),
    ...{ skipped: SKIPPED, missing: 3, durationMs: 52_600 },
  });
}

const SKIPPED = { "an old id": 12, deceased: 4, "the same person as in an earlier row": 1 };

const REASONS = [
  { field: "email", code: 9033, message: '`email` must be an e-mail address, and "jo@" came' },
  { field: "street2", code: 9030, message: "`street2` has 31 characters, the limit is 20" },
  { message: "the row has 15 cells, and the header has 14" },
] as const;

const REFUSED = {
  ...{ code: 9019, answered: true, field: "email" },
  message: "pushProfile failed: fault 9019, The user e-mail must be unique.",
};

function* answers(): Generator<RunEvent> {
  let sent = 0;
  let throttled = 0;
  let rejected = 10;
  for (let elapsedMs = STEP_MS; sent < PUSHES - 12; elapsedMs += STEP_MS) {
    const { perSecond, rateLimit, refused } = rateAt(elapsedMs);
    throttled += refused;
    for (let due = (perSecond * STEP_MS) / 1000; due >= 1; due -= 1) {
      sent += 1;
      const line = sent * 5 + 2;
      if (sent % REJECT_EVERY !== 0) continue;
      rejected += 1;
      yield rowEvent({ line, key: `N00${line}`, fate: "rejected", reasons: [REFUSED], reference: undefined });
    }
    const totals = totalsOf({ pushed: sent - rejected + 10, rejected });
    yield progressEvent({
      elapsedMs,
      perSecond,
      rateLimit,
      throttled,
      totals,
      share: sent / PUSHES,
      rows: ROWS,
    });
  }
  for (const line of [5120, 5125])
    yield rowEvent({ line, key: `N00${line}`, fate: "uncertain", reasons: [LOST] });
}

const LOST = { message: "pushProfile got no answer within 30 s" };

/** Rises, is cut down, probes below what failed, and stands still for two seconds. */
function rateAt(elapsedMs: number): { perSecond: number; rateLimit: number | undefined; refused: number } {
  const seconds = elapsedMs / 1000;
  const wave = 1.6 * Math.sin(seconds * 2.3) + Math.sin(seconds * 5.1);
  if (seconds < 6) return { perSecond: 8 + seconds * 9, rateLimit: undefined, refused: 0 };
  if (seconds < 6.6) return { perSecond: 52, rateLimit: 60, refused: 5 };
  if (seconds > 30 && seconds < 32) return { perSecond: 0, rateLimit: 46, refused: seconds < 30.3 ? 2 : 0 };
  const rateLimit = Math.min(49, 36 + (seconds - 6) * 1.1);
  return { perSecond: rateLimit - 1.5 + wave, rateLimit, refused: Math.abs(seconds - 20) < 0.2 ? 1 : 0 };
}
