/**
 * How long to wait after an attempt, in milliseconds: anything from 0 up to its bound (full jitter), so that clients which
 * failed together do not come back together. `attempt` is 1 for the first; `random` gives a number from 0 up to 1.
 */
export function backoffMs(attempt: number, random: () => number): number {
  // The first delay is at most twice this; each bound is twice the one before, up to eight seconds.
  const HALF_DELAY_MS = 250;
  const MAX_DELAY_MS = 8_000;
  return random() * Math.min(MAX_DELAY_MS, HALF_DELAY_MS * 2 ** attempt);
}
