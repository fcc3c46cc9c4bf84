/** Spreads requests evenly over time, at a rate that can change with each. */
export interface Pace {
  /** When the next request may go. */
  readonly nextAt: () => number;
  /** A request goes; the next one comes an interval after the moment that was meant for it, where it waited for that. */
  readonly take: (step: Step) => void;
  /** Nobody goes before this moment, and nothing is made up for what was not sent until then. */
  readonly restart: (at: number) => void;
}

export interface Step {
  readonly at: number;
  readonly hasWaited: boolean;
  readonly intervalMs: number;
}

/** What a late timer or a busy moment held back is made up for, but never more of it than this: no bursts. */
const MAX_LAG_MS = 60;

export function createPace(): Pace {
  let next = 0;
  return {
    nextAt: () => next,
    take: ({ at, hasWaited, intervalMs }) => {
      next = (hasWaited ? Math.max(next, at - MAX_LAG_MS) : at) + intervalMs;
    },
    restart: (at) => {
      next = at;
    },
  };
}
