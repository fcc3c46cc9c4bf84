import { AbortedError, TimeoutError } from "./errors.ts";
import type { ClientSettings } from "./settings.ts";

/**
 * Settles with a piece of work, or rejects as soon as its time is over or the caller gives up: with a `TimeoutError` whose code is
 * `ending`, or an `AbortedError`. The work gets a signal, aborted where it was ended or has failed: nobody waits for
 * the rest. An own controller and an own timer for each, held until then: signals that are combined or derived can be collected,
 * and then nothing ever ends. Nothing of ours listens to the signal that the work gets: `fetch` of Node keeps it long after the
 * answer, and would keep the whole call with it.
 */
export function runLimited<T>(
  work: (signal: AbortSignal) => Promise<T>,
  afterMs: number,
  ending: "timeout" | "deadline",
  { clock, signal }: Pick<ClientSettings, "clock" | "signal">,
): Promise<T> {
  const controller = new AbortController();
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  function end(reason: unknown): void {
    controller.abort(reason);
    reject(reason);
  }
  function onTime(): void {
    end(new TimeoutError({ code: ending, message: `the ${ending} has passed` }));
  }
  function onAbort(): void {
    end(abortedError(signal));
  }
  signal?.addEventListener("abort", onAbort);
  const stopTimer = clock.startTimer(onTime, afterMs);
  if (signal?.aborted) onAbort();
  else work(controller.signal).then(resolve, end);
  return promise.finally(() => {
    stopTimer();
    signal?.removeEventListener("abort", onAbort);
  });
}

/** The caller gave up; its reason is the cause. */
export function abortedError(signal: AbortSignal | undefined): AbortedError {
  return new AbortedError({ message: "the caller ended it", cause: signal?.reason });
}
