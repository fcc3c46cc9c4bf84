/** Whether a server takes a request that arrives at a moment, in milliseconds. */
export type Admits = (at: number) => boolean;

export interface Allowance {
  readonly requests: number;
  readonly perMs: number;
}

/** So many in each window of the server's own clock. */
export function fixedWindow({ requests, perMs }: Allowance, phaseMs = 317): Admits {
  let window = -1;
  let taken = 0;
  return (at) => {
    const current = Math.floor((at + phaseMs) / perMs);
    if (current !== window) [window, taken] = [current, 0];
    taken += 1;
    return taken <= requests;
  };
}

/** So many in any stretch of time; what is refused does not count. */
export function slidingWindow({ requests, perMs }: Allowance): Admits {
  const taken: number[] = [];
  return (at) => {
    while (taken.length > 0 && (taken[0] as number) <= at - perMs) taken.shift();
    if (taken.length >= requests) return false;
    taken.push(at);
    return true;
  };
}

/** A bucket that fills evenly, and holds as many as are allowed at once. */
export function tokenBucket({ requests, perMs }: Allowance, holds = requests): Admits {
  let tokens = holds;
  let filledAt: number | undefined;
  return (at) => {
    tokens = Math.min(holds, tokens + ((at - (filledAt ?? at)) * requests) / perMs);
    filledAt = at;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}

/** One limit until a moment, another from then on. */
export function changing(before: Admits, after: Admits, changesAt: number): Admits {
  return (at) => (at < changesAt ? before(at) : after(at));
}
