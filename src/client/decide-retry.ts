import { backoffMs } from "./backoff.ts";
import type { Failure } from "./failure.ts";

export interface RetryQuestion {
  readonly failure: Failure;
  /** Attempts made so far, at least 1. */
  readonly attempts: number;
  readonly maxRetries: number;
  readonly repeatSafe: boolean;
  /** Milliseconds that an attempt may take. */
  readonly timeoutMs: number;
  /** Milliseconds until the deadline of the call. */
  readonly remainingMs: number;
  /** A number from 0 up to 1. */
  readonly random: () => number;
}

/**
 * How long to wait before the next attempt, in milliseconds; nothing where there shall be none.
 * `Retry-After` wins over the backoff where it is longer; what exceeds the deadline is not waited for.
 */
export function decideRetry(question: RetryQuestion): number | undefined {
  const { failure, attempts, maxRetries, repeatSafe, timeoutMs, remainingMs, random } = question;
  if (attempts > maxRetries || !mayRepeat(failure, repeatSafe)) return undefined;
  const delay = Math.max(backoffMs(attempts, random), failure.retryAfterMs ?? 0);
  // A create that the deadline cuts off would turn a certain failure into an uncertain one.
  const neededMs = repeatSafe ? delay : delay + timeoutMs;
  return neededMs < remainingMs ? delay : undefined;
}

/** A request of which nothing was written, or that was turned away unread, can be repeated whatever it does. */
function mayRepeat({ transient = false, unsent = false }: Failure, repeatSafe: boolean): boolean {
  return transient && (repeatSafe || unsent);
}
