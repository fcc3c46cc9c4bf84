import type { Plan } from "../../bulk/plan/plan.ts";
import type { ProgressEvent, RunEvent } from "../../bulk/run-event.ts";

/** A forecast is not made before: the first answers of a run say little of the others. */
const MIN_FORECAST_MS = 3_000;

/** How far a run is. */
export interface ProgressState {
  readonly event: ProgressEvent;
  /** From 0 to 1. */
  readonly share: number;
  /** Absent while nobody can tell. */
  readonly remainingMs: number | undefined;
}

/**
 * Follows a run. What takes time is sending, so pushing is as far as its requests are, not its rows: of a hundred thousand
 * rows with fifty changes, the changes are the run.
 */
export function createProgressState(): (event: RunEvent) => ProgressState | undefined {
  let planned = 0;
  let sent = 0;

  return function follow(event) {
    if (event.type === "planned") planned = countPlanned(event);
    if (event.type === "row" && event.attempts > 0) sent += 1;
    if (event.type !== "progress") return undefined;
    const ofRequests = event.phase === "pushing" && planned > 0;
    const share = Math.min(1, ofRequests ? sent / planned : event.share);
    return { event, share, remainingMs: forecast(share, event) };
  };
}

function countPlanned({ counts }: Plan): number {
  return counts.new + counts.changed + counts.again;
}

/** By the mean since the phase began, waiting included: the rate of one second says little of the next hour. */
function forecast(share: number, { elapsedMs }: ProgressEvent): number | undefined {
  const isKnown = elapsedMs >= MIN_FORECAST_MS && share > 0 && share < 1;
  return isKnown ? (elapsedMs / share) * (1 - share) : undefined;
}
