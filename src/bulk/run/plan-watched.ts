import type { Clock } from "../../client/settings.ts";
import { type Planned, type PlanOptions, planRoster } from "../plan/plan-roster.ts";
import { NO_ROWS } from "../record/totals.ts";
import type { ProgressEvent } from "../run-event.ts";
import { inAnyCase } from "./in-any-case.ts";
import { STEADY_CLOCK } from "./steady-clock.ts";
import { watchProgress } from "./watch-progress.ts";

export interface WatchedPlanOptions extends Omit<PlanOptions, "onProgress"> {
  readonly onProgress: (event: ProgressEvent) => void;
  readonly clock?: Clock | undefined;
}

/** Plans a roster, and tells how far it has come. */
export async function planWatched(options: WatchedPlanOptions): Promise<Planned> {
  const { roster, clock = STEADY_CLOCK, onProgress } = options;
  let rows = 0;
  const totals = () => ({ ...NO_ROWS, read: rows });
  const progress = watchProgress({ clock, phase: "planning", roster, totals, onEvent: onProgress });
  function onRows(read: number): void {
    rows = read;
  }
  return inAnyCase(() => planRoster({ ...options, onProgress: onRows }), progress.stop);
}
