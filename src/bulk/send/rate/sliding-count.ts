/** Counts what happened in any second of the last few, in steps of ten milliseconds and in constant memory. */
export interface SlidingCount {
  readonly add: (atMs: number) => void;
  /** How many there were in the second that ends at a moment. */
  readonly until: (atMs: number) => number;
}

const STEP_MS = 10;
const STEPS_PER_SECOND = 1_000 / STEP_MS;

/** Room for two seconds and a bit: answers come back late, and are counted where they belong. */
const STEPS = 256;

export function createSlidingCount(): SlidingCount {
  const counts = new Uint32Array(STEPS);
  /** Which step of time a place holds; a place is used again after `STEPS` of them. */
  const steps = new Float64Array(STEPS).fill(-1);

  function add(atMs: number): void {
    const step = Math.floor(atMs / STEP_MS);
    const place = step % STEPS;
    if (steps[place] !== step) {
      // An answer that is so late that its place has gone to a later moment counts no more.
      if ((steps[place] as number) > step) return;
      steps[place] = step;
      counts[place] = 0;
    }
    counts[place] = (counts[place] as number) + 1;
  }
  function until(atMs: number): number {
    const last = Math.floor(atMs / STEP_MS);
    let sum = 0;
    for (let step = Math.max(0, last - STEPS_PER_SECOND + 1); step <= last; step += 1) {
      if (steps[step % STEPS] === step) sum += counts[step % STEPS] as number;
    }
    return sum;
  }
  return { add, until };
}
