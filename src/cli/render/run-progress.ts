import type { RunEvent } from "../../bulk/run-event.ts";
import type { Io } from "../io.ts";
import { progressPieces, renderShort } from "./progress-pieces.ts";
import { createProgressState } from "./progress-state.ts";

/** Redrawn more often, a line flickers and costs more than the push it tells of. */
const TERMINAL_INTERVAL_MS = 100;

/** A log needs a sign of life, not a film. */
const LOG_INTERVAL_MS = 10_000;

export interface RunProgressOptions {
  readonly io: Pick<Io, "say" | "status" | "columns" | "isTerminal">;
  /** Whether it shows nothing at all. Default: false. */
  readonly quiet?: boolean;
  /** Milliseconds that never go back. Default: `performance.now`. */
  readonly now?: () => number;
}

/**
 * Shows how far a run is, on standard error: a bar that is redrawn at most ten times a second on a terminal, a plain line
 * every ten seconds otherwise. A line is never cut; on a narrow terminal it says less.
 */
export function createRunProgress({ io, quiet = false, now = () => performance.now() }: RunProgressOptions) {
  const follow = createProgressState();
  let shownAt = io.isTerminal ? Number.NEGATIVE_INFINITY : now();

  function show(event: RunEvent): void {
    if (quiet) return;
    const state = follow(event);
    if (!state || now() - shownAt < (io.isTerminal ? TERMINAL_INTERVAL_MS : LOG_INTERVAL_MS)) return;
    shownAt = now();
    const pieces = progressPieces(state);
    if (io.isTerminal) io.status(renderShort(pieces, io.columns - 1));
    else io.say(pieces.log);
  }
  return { show };
}
