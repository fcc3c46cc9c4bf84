import type { AttemptWatcher } from "./attempt-once.ts";
import { createSlidingCount } from "./rate/sliding-count.ts";

/** How sending goes, for whoever watches a run. */
export interface RateMeter extends Required<AttemptWatcher> {
  /** Answers in the second before a moment, in milliseconds since 1970. */
  readonly perSecond: (at: number) => number;
  /** Requests that are sent and not answered. */
  readonly inFlight: () => number;
  /** Answers so far that asked to slow down. */
  readonly throttled: () => number;
}

export function createRateMeter(): RateMeter {
  const answers = createSlidingCount();
  let inFlight = 0;
  let throttled = 0;
  return {
    begin: () => {
      inFlight += 1;
    },
    report: ({ sign, answeredAt }) => {
      inFlight -= 1;
      if (sign === "limited" || sign === "overloaded") throttled += 1;
      if (sign !== "lost" && sign !== "none") answers.add(answeredAt);
    },
    perSecond: answers.until,
    inFlight: () => inFlight,
    throttled: () => throttled,
  };
}
