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
  /** Whether a repeat could help at all. Default false. */
  readonly transient?: boolean;
  /** Whether it is certain that the API did nothing: no byte was written, or it said so. Default false. */
  readonly unsent?: boolean;
  readonly status?: number | undefined;
  readonly fault?: Fault;
  readonly retryAfterMs?: number | undefined;
  readonly excerpt?: string | undefined;
  readonly cause?: unknown;
}

type ErrorKind = new (facts: ErrorFacts & { readonly code: never; readonly fault?: Fault }) => UserpushError;

const KINDS: Readonly<Record<Failure["code"], ErrorKind>> = {
  configuration: ConfigurationError,
  authentication: HttpError,
  rate_limit: HttpError,
  rejected: HttpError,
  server: HttpError,
  network: NetworkError,
  timeout: TimeoutError,
  deadline: TimeoutError,
  aborted: AbortedError,
  redirect: RedirectError,
  parse: ParseError,
};

/** Makes the error of a call from its last failure. */
export function toError(
  { message, transient = false, unsent = false, ...known }: Failure,
  subject: string,
  attempts: number,
  isCreate: boolean,
): UserpushError {
  const tries = attempts > 1 ? ` (after ${attempts} attempts)` : "";
  const uncertain = isCreate && !unsent;
  return new KINDS[known.code]({
    ...known,
    code: known.code as never,
    message: `${subject} failed${tries}: ${message}`,
    attempts,
    retryable: transient && !uncertain,
    uncertain,
  });
}
