import { abortedError, runLimited } from "./cancellation.ts";
import { completeError } from "./complete-error.ts";
import { decideRetry, isUncertain, neededMs, type RepeatPolicy } from "./decide-retry.ts";
import { isUserpushError } from "./errors.ts";
import type { Observe } from "./observe.ts";
import type { ClientSettings } from "./settings.ts";

/** Sends a request and reads its answer. `number` is 1 for the first; `remainingMs` are left until the deadline. */
export type Attempt<Answer> = (number: number, remainingMs: number) => Promise<Answer>;

/**
 * Makes attempts until one is answered for good: attempt, judge, wait, and again while it is allowed and can help. Throws what
 * became of the last one.
 */
export async function deliver<Answer>(
  attempt: Attempt<Answer>,
  subject: string,
  policy: RepeatPolicy,
  settings: ClientSettings,
  observe: Observe,
): Promise<Answer> {
  const { clock, signal } = settings;
  const deadline = clock.now() + settings.deadlineMs;
  for (let attempts = 0; ; ) {
    // Whatever is certain to have done nothing, or may be done twice, came before.
    if (signal?.aborted) throw completeError(abortedError(signal), subject, attempts, false);
    try {
      attempts += 1;
      return await attempt(attempts, deadline - clock.now());
    } catch (failure) {
      if (!isUserpushError(failure)) throw failure;
      const delayMs = decideRetry(failure, attempts, settings, deadline - clock.now(), policy);
      if (delayMs !== undefined) {
        const reason = failure.message;
        const line = () => `${reason}; next attempt in ${Math.round(delayMs)} ms`;
        observe("onRetry", { attempt: attempts, delayMs, reason }, line);
        await pause(delayMs, settings);
        // Of a machine that slept, or was busy, the time may be over.
        if (signal?.aborted || neededMs(policy, settings) < deadline - clock.now()) continue;
      }
      throw completeError(failure, subject, attempts, isUncertain(failure, policy));
    }
  }
}

/** Waits, until the caller gives up at the latest. */
async function pause(delayMs: number, settings: ClientSettings): Promise<void> {
  const forever = new Promise(() => undefined);
  await runLimited(() => forever, delayMs, "timeout", settings).catch(() => undefined);
}
