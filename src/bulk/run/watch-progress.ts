import type { Clock } from "../../client/settings.ts";
import type { Roster } from "../read/roster.ts";
import type { Totals } from "../record/totals.ts";
import type { ProgressEvent, SendingProgress } from "../run-event.ts";

/** More often, and a line on a terminal flickers. */
const INTERVAL_MS = 200;

export interface ProgressOptions {
  readonly clock: Clock;
  readonly phase: ProgressEvent["phase"];
  readonly roster: Roster;
  /** Rows of the roster, where they are known. */
  readonly rows?: number;
  readonly onEvent: (event: ProgressEvent) => void;
  readonly totals: () => Totals;
  /** How sending goes, where anything is sent. */
  readonly sending?: () => SendingProgress;
}

const NOT_SENDING = { perSecond: 0, inFlight: 0 };

/** Tells five times a second how far a run has come, and once more when it is stopped. */
export function watchProgress(options: ProgressOptions): { readonly stop: () => void } {
  const { clock, phase, roster, rows, onEvent, totals, sending = () => NOT_SENDING } = options;
  const beganAt = clock.now();
  let stopTimer = clock.startTimer(tick, INTERVAL_MS);

  function tell(): void {
    const share = roster.bytes === 0 ? 1 : Math.min(1, roster.bytesRead() / roster.bytes);
    const elapsedMs = clock.now() - beganAt;
    const known = rows === undefined ? {} : { rows };
    onEvent({ type: "progress", phase, totals: totals(), ...known, share, elapsedMs, ...sending() });
  }
  function tick(): void {
    tell();
    stopTimer = clock.startTimer(tick, INTERVAL_MS);
  }
  function stop(): void {
    stopTimer();
    tell();
  }
  return { stop };
}
