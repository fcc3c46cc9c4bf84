import type { Clock } from "./settings.ts";

/** Why something was ended before it was done. */
export type Ending = "aborted" | "timeout" | "deadline";

/** One attempt, or one wait: its signal, and a promise that rejects as soon as it is ended. */
export interface Cancellation {
  readonly signal: AbortSignal;
  /** Rejects with `Ended`; never resolves. */
  readonly ended: Promise<never>;
  /** Tells the transport to drop what it is doing: nobody waits for it. */
  readonly abandon: () => void;
  /** Lets go of timer and listener; to be called when the work is over, in whatever way. */
  readonly release: () => void;
}

export class Ended extends Error {
  readonly ending: Ending;

  constructor(ending: Ending) {
    super(ending);
    this.ending = ending;
  }
}

/**
 * Ends a piece of work after a time, or when the caller's signal says so. An own controller and an own timer for each,
 * held until it is released: signals that are combined or derived can be collected, and then nothing ever ends.
 */
export function createCancellation(
  clock: Clock,
  caller: AbortSignal | undefined,
  limit: { readonly afterMs: number; readonly ending: Ending },
): Cancellation {
  const controller = new AbortController();
  const { promise: ended, reject } = Promise.withResolvers<never>();
  ended.catch(() => undefined);

  function end(ending: Ending): void {
    const reason = new Ended(ending);
    reject(reason);
    controller.abort(reason);
  }
  function onAbort(): void {
    end("aborted");
  }

  const stopTimer = clock.startTimer(() => end(limit.ending), limit.afterMs);
  if (caller?.aborted) onAbort();
  else caller?.addEventListener("abort", onAbort, { once: true });

  function release(): void {
    stopTimer();
    caller?.removeEventListener("abort", onAbort);
  }
  return { signal: controller.signal, ended, abandon: () => controller.abort(), release };
}
