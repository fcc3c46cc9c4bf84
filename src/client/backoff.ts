/** First delay at most half a second, doubled with each attempt, at most eight seconds. */
const BASE_DELAY_MS = 500;
const MAX_DELAY_MS = 8_000;

/**
 * How long to wait after an attempt that failed, in milliseconds: anything from 0 up to a bound that doubles with each
 * (full jitter), so that many who failed together do not come back together.
 */
export function backoffMs(attempt: number, random: () => number): number {
  return random() * Math.min(MAX_DELAY_MS, BASE_DELAY_MS * 2 ** (attempt - 1));
}
