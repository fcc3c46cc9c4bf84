import type { RunEvent } from "../../bulk/run.ts";
import type { Totals } from "../../bulk/totals.ts";
import type { Io } from "../io.ts";

const FULL = "█";
const EMPTY = "░";
const BAR_WIDTH = 24;

/** Redrawn more often, a line flickers and costs more than the push it tells of. */
const MIN_INTERVAL_MS = 100;

/** Shows how far a run is, on a terminal only. */
export function createProgressLine(io: Io): { show(event: RunEvent): void } {
  const startedAt = performance.now();
  let bytes = 0;
  let furthest = 0;
  let drawnAt = Number.NEGATIVE_INFINITY;

  function show(event: RunEvent): void {
    if (event.type === "started") bytes = event.bytes;
    if (event.type !== "row") return;
    // Outcomes arrive in no order, and a bar that goes back frightens people.
    furthest = Math.max(furthest, event.bytes);
    const now = performance.now();
    if (now - drawnAt < MIN_INTERVAL_MS) return;
    drawnAt = now;
    io.status(renderLine(event.totals, furthest / bytes, (now - startedAt) / 1000).slice(0, io.columns - 1));
  }
  return { show };
}

function renderLine(totals: Totals, done: number, seconds: number): string {
  const share = Math.min(1, done);
  const full = Math.round(share * BAR_WIDTH);
  const rate = Math.round(totals.read / Math.max(seconds, 0.1));
  const bar = FULL.repeat(full) + EMPTY.repeat(BAR_WIDTH - full);
  const percent = `${Math.floor(share * 100)} %`.padStart(5);
  return `${bar} ${percent}  ${totals.pushed} pushed, ${totals.rejected} rejected  ${rate}/s`;
}
