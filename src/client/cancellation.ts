import { Failure } from "./failure.ts";
import type { ClientSettings } from "./settings.ts";

/**
 * Settles with a piece of work, or rejects with a `Failure` as soon as its time is over or the caller gives up. `ending` is the
 * code of the one, `aborted` that of the other. The work gets a signal, aborted where it was ended or has failed: nobody waits for
 * the rest. An own controller and an own timer for each, held until then: signals that are combined or derived can be collected,
 * and then nothing ever ends.
 */
export function runLimited<T>(
  work: (signal: AbortSignal) => Promise<T>,
  afterMs: number,
  ending: "timeout" | "deadline",
  { clock, signal }: Pick<ClientSettings, "clock" | "signal">,
): Promise<T> {
  const controller = new AbortController();
  function onTime(): void {
    controller.abort(new Failure(ending, `the ${ending} has passed`));
  }
  function onAbort(): void {
    controller.abort(abortedFailure(signal));
  }
  const stopTimer = clock.startTimer(onTime, afterMs);
  signal?.addEventListener("abort", onAbort);
  const done = new Promise<T>((resolve, reject) => {
    controller.signal.addEventListener("abort", () => reject(controller.signal.reason));
    if (signal?.aborted) onAbort();
    else work(controller.signal).then(resolve, (reason) => controller.abort(reason));
  });
  return done.finally(() => {
    stopTimer();
    signal?.removeEventListener("abort", onAbort);
  });
}

/** The caller gave up; its reason is the cause. */
export function abortedFailure(signal: AbortSignal | undefined): Failure {
  return new Failure("aborted", "the caller ended it", { cause: signal?.reason });
}
