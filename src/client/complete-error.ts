import { isTransient } from "./decide-retry.ts";
import type { UserpushError } from "./errors.ts";

/**
 * A copy of an error, of which more is known. It is not made by its class, of which a transport may have derived one that takes
 * other arguments; and the error stays as it is, because whose transport threw it may throw it again. Its cause can be replaced.
 */
export function extendError(
  error: UserpushError,
  more: object,
  { cause }: Pick<Error, "cause"> = error,
): UserpushError {
  const copy = Object.setPrototypeOf(new Error(error.message, error), Object.getPrototypeOf(error));
  return Object.assign(copy, error, more, "cause" in error && { cause });
}

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
  return extendError(failure, { message, attempts, uncertain, retryable });
}
