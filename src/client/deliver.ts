import { abortedFailure, runLimited } from "./cancellation.ts";
import { decideRetry } from "./decide-retry.ts";
import type { Failure } from "./failure.ts";
import type { Observe } from "./observe.ts";
import type { Reading, Success } from "./read-answer.ts";
import type { ClientSettings } from "./settings.ts";

/** Sends a request and reads its answer. `number` is 1 for the first; `remainingMs` are left until the deadline. */
export type Attempt = (number: number, remainingMs: number) => Promise<Reading>;

export type Delivered = Success | { readonly failure: Failure; readonly attempts: number };

/** Makes attempts until one is answered for good: attempt, judge, wait, and again while it is allowed and can help. */
export async function deliver(
  attempt: Attempt,
  repeatSafe: boolean,
  settings: ClientSettings,
  observe: Observe,
): Promise<Delivered> {
  const { clock, signal } = settings;
  const deadline = clock.now() + settings.deadlineMs;
  let unsent = true;
  for (let attempts = 1; ; attempts += 1) {
    if (signal?.aborted) return { failure: { ...abortedFailure(signal), unsent }, attempts: attempts - 1 };
    const reading = await attempt(attempts, deadline - clock.now());
    if ("data" in reading) return reading;
    const { failure } = reading;
    const delayMs = decideRetry(failure, attempts, settings, deadline - clock.now(), repeatSafe);
    if (delayMs === undefined) return { failure, attempts };
    const reason = failure.message;
    const line = () => `${reason}; next attempt in ${Math.round(delayMs)} ms`;
    observe("onRetry", { attempt: attempts, delayMs, reason }, line);
    unsent = failure.unsent ?? false;
    await pause(delayMs, settings);
  }
}

/** Waits, until the caller gives up at the latest. */
async function pause(delayMs: number, settings: ClientSettings): Promise<void> {
  const forever = new Promise(() => undefined);
  await runLimited(() => forever, delayMs, "timeout", settings).catch(() => undefined);
}
