import type { Clock } from "../../client/settings.ts";

/** Waits for a time, or until the signal is aborted; whoever waited looks which of the two it was. */
export function pause(options: {
  readonly clock: Clock;
  readonly delayMs: number;
  readonly signal: AbortSignal;
}): Promise<void> {
  const { clock, delayMs, signal } = options;
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    function end(): void {
      stopTimer();
      signal.removeEventListener("abort", end);
      resolve();
    }
    const stopTimer = clock.startTimer(end, delayMs);
    signal.addEventListener("abort", end);
  });
}
