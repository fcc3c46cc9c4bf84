import { createSlidingCount } from "./sliding-count.ts";

/** Measures what an API took before it refused: the best guess at what it will take. */
export interface LimitMeter {
  /** The API took a request. */
  readonly answered: (sentAt: number) => void;
  /** The API refused a request; everything sent until then is known by the time that it takes one again. */
  readonly refused: (refusal: Refusal) => void;
  /** The API takes requests again. The rate that failed, per second; nothing where nothing can be said of it. */
  readonly recovered: (at: number) => number | undefined;
}

export interface Refusal {
  readonly sentAt: number;
  readonly at: number;
  /** The rate at which requests were sent; `Infinity` where there was no limit. */
  readonly rate: number;
}

/** What is left of a rate at which nothing at all was taken. */
const NOTHING_TAKEN = 0.7;

/** From this share of a rate on, what was counted is that rate. */
const SAME_RATE = 0.97;

const SECOND_MS = 1_000;

/** An API that refused for so long, and for so much of the time between two recoveries, counts over more than a second. */
const LONG_REFUSAL_MS = 2_000;
const LONG_REFUSAL_SHARE = 0.1;

/** The first time begins with the run, not with a recovery, and with requests that came as slowly as they liked. */
const FIRST_LONG_REFUSAL_SHARE = 0.5;

export function createLimitMeter(): LimitMeter {
  const taken = createSlidingCount();
  let refusal: Refusal | undefined;
  /** From one recovery to the next: whatever the API counts over, what it took in between is what it allows. */
  let cycle: { readonly from: number; readonly longShare: number; taken: number } | undefined;

  function answered(sentAt: number): void {
    taken.add(sentAt);
    cycle ??= { from: sentAt, longShare: FIRST_LONG_REFUSAL_SHARE, taken: 0 };
    cycle.taken += 1;
  }
  function recovered(at: number): number | undefined {
    if (!refusal) return undefined;
    const lastSecond = judge(refusal, taken.until(refusal.sentAt));
    const rates = [lastSecond, rateOfCycle(at, refusal.at)].filter((rate) => rate !== undefined && rate > 0);
    if (cycle && at - cycle.from >= SECOND_MS) cycle = { from: at, longShare: LONG_REFUSAL_SHARE, taken: 0 };
    refusal = undefined;
    return rates.length > 0 ? Math.min(...(rates as number[])) : undefined;
  }
  /** Told only by a long refusal: an average over a time in which the rate rose says less than where it ended. */
  function rateOfCycle(at: number, refusedAt: number): number | undefined {
    if (!cycle) return undefined;
    const cycleMs = at - cycle.from;
    const longMs = Math.max(LONG_REFUSAL_MS, cycle.longShare * cycleMs);
    return at - refusedAt < longMs ? undefined : (cycle.taken * SECOND_MS) / cycleMs;
  }
  return {
    answered,
    refused: (found) => {
      refusal = found;
    },
    recovered,
  };
}

/** A count in one second can be off by one and a bit; where it says no less than the rate, the rate is what failed. */
function judge({ rate }: Refusal, lastSecond: number): number | undefined {
  if (lastSecond > 0 && lastSecond + 1 < SAME_RATE * rate) return lastSecond;
  if (rate === Number.POSITIVE_INFINITY) return undefined;
  return lastSecond === 0 ? rate * NOTHING_TAKEN : rate;
}
