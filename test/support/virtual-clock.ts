import type { Clock } from "../../src/client/settings.ts";

/** How long real work gets between two moments of virtual time. */
const PAUSE_MS = 5;

/** A clock that leaps from one timer to the next: what it measures depends on no machine. */
export function createVirtualClock(): Clock {
  const timers = new Set<{ readonly at: number; readonly callback: () => void }>();
  let now = 0;

  function leap(): void {
    const [next] = [...timers].sort((one, other) => one.at - other.at);
    if (!next) return;
    timers.delete(next);
    now = Math.max(now, next.at);
    next.callback();
    setTimeout(leap, PAUSE_MS);
  }
  function startTimer(callback: () => void, delayMs: number): () => void {
    const timer = { at: now + delayMs, callback };
    if (timers.size === 0) setTimeout(leap, PAUSE_MS);
    timers.add(timer);
    return () => void timers.delete(timer);
  }
  return { now: () => now, startTimer };
}
