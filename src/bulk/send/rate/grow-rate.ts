/** A rate that failed, and how the rate has fared since. */
export interface Growth {
  /** The rate that failed, in requests per second. */
  readonly failedRate: number;
  /** For how long requests have been held back by the rate since it failed: time with nothing to send teaches nothing. */
  readonly grownMs: number;
  /** How long the way back to the failed rate takes. */
  readonly plateauMs: number;
}

/** How far below the failed rate the next try begins. */
const STEP_BACK = 0.04;

/**
 * The rate to hold now: the curve of CUBIC (RFC 9438). It rises towards the rate that failed, lingers there, since that
 * is where the limit is, and rises faster and faster where nothing fails any more, because then the limit has moved.
 */
export function growRate({ failedRate, grownMs, plateauMs }: Growth): number {
  return failedRate * (1 + STEP_BACK * (grownMs / plateauMs - 1) ** 3);
}

/** How long the way back to a rate takes that failed for the first time; each time that it fails anew, three times as long. */
const FIRST_PLATEAU_MS = 2_500;
const PLATEAU_GROWTH = 3;
const MAX_PLATEAU_MS = 60_000;

/** Rates that differ by less are the same limit, found again. */
const SAME_RATE = 0.1;

/** A try that fails costs a pause: so many pauses lie between two of them, but never more than this. */
const PAUSES_BETWEEN = 20;
const MAX_PLATEAU_OF_PAUSE_MS = 300_000;

/** After a short pause the first guess is to be doubted: it may be far too low. */
const SHORT_PAUSE_MS = 2_000;
const PAUSES_OF_DOUBT = 5;

/** How long the way back to a rate takes: longer the better the rate is known, and the more it costs to pass it. */
export function plateauOf(failure: {
  readonly failedRate: number;
  /** How long the API took nothing. */
  readonly pauseMs: number;
  readonly before: Growth | undefined;
}): number {
  const { failedRate, pauseMs, before } = failure;
  const isKnown = before !== undefined && Math.abs(failedRate / before.failedRate - 1) <= SAME_RATE;
  const ofTrust = isKnown ? Math.min(MAX_PLATEAU_MS, PLATEAU_GROWTH * before.plateauMs) : FIRST_PLATEAU_MS;
  const pauses = !isKnown && pauseMs < SHORT_PAUSE_MS ? PAUSES_OF_DOUBT : PAUSES_BETWEEN;
  return Math.max(ofTrust, Math.min(MAX_PLATEAU_OF_PAUSE_MS, pauses * pauseMs));
}
