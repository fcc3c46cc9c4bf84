import type { Clock } from "../../../src/client/settings.ts";

/** A clock that leaps from one timer to the next as soon as all promises have had their turn: minutes take milliseconds. */
export interface LeapingClock extends Clock {
  /** Leaps until the work is done; throws where nothing is left that could get it done. */
  readonly finish: <T>(work: Promise<T>) => Promise<T>;
  /** Timers that are set. */
  readonly timers: () => number;
}

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

export function createLeapingClock(startAt = 1_000_000): LeapingClock {
  const timers = new Set<Timer>();
  let now = startAt;

  function startTimer(callback: () => void, delayMs: number): () => void {
    const timer = { at: now + Math.max(1, delayMs), callback };
    timers.add(timer);
    return () => void timers.delete(timer);
  }
  function leap(): void {
    let next: Timer | undefined;
    for (const timer of timers) if (!next || timer.at < next.at) next = timer;
    if (!next) throw new Error("nothing is left that could happen");
    now = next.at;
    for (const timer of timers) if (timer.at <= now && timers.delete(timer)) timer.callback();
  }
  async function finish<T>(work: Promise<T>): Promise<T> {
    let isDone = false;
    const end = () => {
      isDone = true;
    };
    work.then(end, end);
    for (await settled(); !isDone; await settled()) leap();
    return work;
  }
  return { now: () => now, startTimer, finish, timers: () => timers.size };
}
