import { NO_ROWS, type Totals } from "../bulk/record/totals.ts";
import { brokenOff } from "../bulk/run/broken-off.ts";
import type { FinishedEvent, RunEvent } from "../bulk/run-event.ts";

/** Follows a run, so that how far it came can be told where an error ends it. */
export interface RunFollower {
  readonly add: (event: RunEvent) => void;
  /** The end that the run told itself; nothing where it has not. */
  readonly finished: () => FinishedEvent | undefined;
  /** The end that the run itself could not tell, by a bug. Its totals are those of the rows that the state has taken in. */
  readonly breakOff: (error: unknown) => FinishedEvent;
}

export function followRun(now: () => number = Date.now): RunFollower {
  const startedAt = now();
  let totals: Totals = NO_ROWS;
  let finished: FinishedEvent | undefined;
  let planned: Pick<FinishedEvent, "skipped" | "missing"> = { skipped: {}, missing: 0 };

  function add(event: RunEvent): void {
    if (event.type === "planned") planned = { skipped: event.skipped, missing: event.missing };
    if (event.type === "progress" && event.phase === "pushing") ({ totals } = event);
    if (event.type === "finished") finished = event;
  }
  function breakOff(error: unknown): FinishedEvent {
    const durationMs = now() - startedAt;
    return { type: "finished", totals, ...planned, startedAt, durationMs, stop: brokenOff(error) };
  }
  return { add, finished: () => finished, breakOff };
}
