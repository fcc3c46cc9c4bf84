/** Spreads requests evenly over time, at a rate that can change with each. */
export interface Pace {
  /** When the next request may go. */
  readonly nextAt: () => number;
  /** A request goes; the next one comes an interval later. */
  readonly take: (step: { readonly at: number; readonly intervalMs: number }) => void;
  /** Nobody goes before this moment, and nothing is made up for what was not sent until then. */
  readonly restart: (at: number) => void;
}

/** What a late timer or a busy moment held back is made up for, but never more of it than this: no bursts. */
const MAX_LAG_MS = 40;

export function createPace(): Pace {
  let next = 0;
  return {
    nextAt: () => next,
    take: ({ at, intervalMs }) => {
      next = Math.max(next, at - MAX_LAG_MS) + intervalMs;
    },
    restart: (at) => {
      next = at;
    },
  };
}
