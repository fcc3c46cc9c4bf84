import { backoffMs } from "./backoff.ts";
import { type Failure, isTransient } from "./failure.ts";
import type { ClientSettings } from "./settings.ts";

/**
 * How long to wait before the next attempt, in milliseconds; nothing where there shall be none. `attempts` were made so far,
 * and `remainingMs` are left until the deadline of the call.
 * `Retry-After` wins over the backoff where it is longer; what exceeds the deadline is not waited for.
 */
export function decideRetry(
  failure: Pick<Failure, "code" | "uncertain" | "retryAfterMs">,
  attempts: number,
  { maxRetries, timeoutMs, random }: Pick<ClientSettings, "maxRetries" | "timeoutMs" | "random">,
  remainingMs: number,
  repeatSafe: boolean,
): number | undefined {
  // A request of which nothing was written, or that was turned away unread, can be repeated whatever it does.
  if (attempts > maxRetries || !isTransient(failure) || (failure.uncertain && !repeatSafe)) return undefined;
  const delay = Math.max(backoffMs(attempts, random), failure.retryAfterMs ?? 0);
  // A create that the deadline cuts off would turn a certain failure into an uncertain one.
  const neededMs = repeatSafe ? delay : delay + timeoutMs;
  return neededMs < remainingMs ? delay : undefined;
}
