import { Failure } from "./failure.ts";
import type { ClientSettings } from "./settings.ts";

const MESSAGES = { timeout: "the attempt took too long", deadline: "all attempts together took too long" };

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
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    function release(): void {
      stopTimer();
      signal?.removeEventListener("abort", onAbort);
    }
    function fail(reason: unknown): void {
      release();
      reject(reason);
      controller.abort(reason);
    }
    function onTime(): void {
      fail(new Failure(ending, MESSAGES[ending]));
    }
    function onAbort(): void {
      fail(abortedFailure(signal));
    }
    function succeed(result: T): void {
      release();
      resolve(result);
    }

    const stopTimer = clock.startTimer(onTime, afterMs);
    signal?.addEventListener("abort", onAbort);
    if (signal?.aborted) onAbort();
    else work(controller.signal).then(succeed, fail);
  });
}

/** The caller gave up; its reason is the cause. */
export function abortedFailure(signal: AbortSignal | undefined, uncertain = true): Failure {
  return new Failure("aborted", "the caller ended it", { cause: signal?.reason, uncertain });
}
