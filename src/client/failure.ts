import type { ErrorFacts, Fault, UserpushError } from "./errors.ts";
import {
  AbortedError,
  ConfigurationError,
  HttpError,
  NetworkError,
  ParseError,
  RedirectError,
  TimeoutError,
} from "./errors.ts";

/** Why an attempt failed, before anything is decided about it. */
export interface Failure {
  readonly code: Exclude<UserpushError["code"], "validation">;
  readonly message: string;
  /** Whether a repeat could help at all. */
  readonly transient: boolean;
  /** Whether it is certain that the API did nothing: no byte was written, or it said so. */
  readonly unsent: boolean;
  readonly status?: number;
  readonly fault?: Fault;
  readonly retryAfterMs?: number | undefined;
  readonly excerpt?: string;
  readonly cause?: unknown;
}

/** Makes the error of a call from its last failure. */
export function toError(
  failure: Failure,
  subject: string,
  attempts: number,
  isCreate: boolean,
): UserpushError {
  const { code, transient, unsent, status, retryAfterMs, excerpt, cause, fault } = failure;
  const tries = attempts > 1 ? ` (after ${attempts} attempts)` : "";
  const message = `${subject} failed${tries}: ${failure.message}`;
  const uncertain = isCreate && !unsent;
  const facts: ErrorFacts = {
    message,
    status,
    attempts,
    retryable: transient && !uncertain,
    retryAfterMs,
    uncertain,
    excerpt,
    cause,
  };
  switch (code) {
    case "configuration":
      return new ConfigurationError({ ...facts, fault });
    case "network":
      return new NetworkError(facts);
    case "timeout":
    case "deadline":
      return new TimeoutError({ ...facts, code });
    case "aborted":
      return new AbortedError(facts);
    case "redirect":
      return new RedirectError(facts);
    case "parse":
      return new ParseError(facts);
    default:
      return new HttpError({ ...facts, code, fault });
  }
}
