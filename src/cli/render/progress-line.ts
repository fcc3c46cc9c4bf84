import type { RunEvent } from "../../bulk/run.ts";
import { NO_ROWS, type Totals } from "../../bulk/totals.ts";
import type { Io } from "../io.ts";

const FULL = "█";
const EMPTY = "░";
const BAR_WIDTH = 24;

/** Redrawn more often, a line flickers and costs more than the push it tells of. */
const MIN_INTERVAL_MS = 100;

/** Shows how far a run is, on a terminal only, from its first moment. */
export function createProgressLine(io: Io): { show(event: RunEvent): void } {
  const startedAt = performance.now();
  let rows = 1;
  let drawnAt = Number.NEGATIVE_INFINITY;

  function show(event: RunEvent): void {
    if (event.type === "finished") return;
    if (event.type === "started") rows = event.rows;
    const now = performance.now();
    if (now - drawnAt < MIN_INTERVAL_MS) return;
    drawnAt = now;
    const totals = event.type === "row" ? event.totals : NO_ROWS;
    io.status(renderLine(totals, rows, (now - startedAt) / 1000).slice(0, io.columns - 1));
  }
  return { show };
}

function renderLine({ read, pushed, rejected, failed }: Totals, rows: number, seconds: number): string {
  const share = Math.min(1, read / rows);
  const full = Math.round(share * BAR_WIDTH);
  const bar = FULL.repeat(full) + EMPTY.repeat(BAR_WIDTH - full);
  const percent = `${Math.floor(share * 100)} %`.padStart(5);
  const rate = Math.round(read / Math.max(seconds, 0.1));
  const trouble = failed > 0 ? `, ${failed} without an answer` : "";
  return `${bar} ${percent}  ${pushed} pushed, ${rejected} rejected${trouble}  ${rate}/s`;
}
