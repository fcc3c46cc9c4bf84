import { isTransient } from "./decide-retry.ts";
import type { UserpushError } from "./errors.ts";

/**
 * The error of a call, made from that of its last attempt, which has said only why that one failed. `subject` is the operation,
 * and `uncertain` whether somebody may exist now.
 */
export function completeError(
  failure: UserpushError,
  subject: string,
  attempts: number,
  uncertain: boolean,
): UserpushError {
  const tries = attempts > 1 ? ` (after ${attempts} attempts)` : "";
  const message = `${subject} failed${tries}: ${failure.message}`;
  const retryable = isTransient(failure) && !uncertain;
  const facts = { ...failure, message, attempts, uncertain, retryable };
  // Another one of its kind: a stack begins with the message of its making, and whose transport threw it may throw it again.
  const Kind = failure.constructor as new (facts: object) => UserpushError;
  return new Kind("cause" in failure ? { ...facts, cause: failure.cause } : facts);
}
