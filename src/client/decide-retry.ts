import { backoffMs } from "./backoff.ts";
import type { Evidence } from "./did-nothing.ts";
import type { UserpushError } from "./errors.ts";
import type { ClientSettings } from "./settings.ts";

/** What is known of a request that is sent a second time. */
export interface RepeatPolicy {
  /** It does no harm, whatever became of the first. */
  readonly repeatSafe: boolean;
  /** Whether the first is certain to have done nothing. Never, where nobody can tell. */
  readonly didNothing?: ((failure: Evidence) => boolean) | undefined;
}

/** Whether a repeat could help at all. */
export function isTransient({ code }: Pick<UserpushError, "code">): boolean {
  return ["rate_limit", "server", "network", "timeout", "deadline"].includes(code);
}

/** Whether somebody may exist now although the call failed. */
export function isUncertain(failure: Evidence, { repeatSafe, didNothing }: RepeatPolicy): boolean {
  return !(repeatSafe || didNothing?.(failure));
}

/** More milliseconds than these must be left for another attempt: a create that is cut off turns a certain failure into an uncertain one. */
export function neededMs(
  { repeatSafe }: RepeatPolicy,
  { timeoutMs }: Pick<ClientSettings, "timeoutMs">,
): number {
  return repeatSafe ? 0 : timeoutMs;
}

/**
 * How long to wait before the next attempt, in milliseconds; nothing where there shall be none. `attempts` were made so far,
 * and `remainingMs` are left until the deadline of the call.
 * `Retry-After` wins over the backoff where it is longer; what exceeds the deadline is not waited for.
 */
export function decideRetry(
  failure: Evidence & Pick<UserpushError, "retryAfterMs">,
  attempts: number,
  settings: Pick<ClientSettings, "maxRetries" | "timeoutMs" | "random">,
  remainingMs: number,
  policy: RepeatPolicy,
): number | undefined {
  if (attempts > settings.maxRetries || !isTransient(failure) || isUncertain(failure, policy))
    return undefined;
  const delay = Math.max(backoffMs(attempts, settings.random), failure.retryAfterMs ?? 0);
  return delay + neededMs(policy, settings) < remainingMs ? delay : undefined;
}
