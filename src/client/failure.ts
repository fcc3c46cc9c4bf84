import {
  AbortedError,
  CallError,
  ConfigurationError,
  type ErrorFacts,
  type Fault,
  HttpError,
  NetworkError,
  ParseError,
  RedirectError,
  TimeoutError,
  type UserpushError,
} from "./errors.ts";

type Code = Exclude<UserpushError["code"], "validation">;

interface FailureFacts extends Omit<ErrorFacts, "message"> {
  readonly fault?: Fault;
}

/** Why an attempt failed, before anything is decided about it: no caller sees it. */
export class Failure extends CallError<{ readonly code: Code; readonly fault?: Fault }> {
  declare readonly code: Code;

  constructor(code: Code, message: string, facts?: FailureFacts) {
    super({ message, ...facts, code });
  }
}

type ErrorKind = new (facts: ErrorFacts & { readonly code: never; readonly fault?: Fault }) => UserpushError;

const KINDS: Readonly<Record<Code, ErrorKind>> = {
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

/** Whether a repeat could help at all. */
export function isTransient({ code }: Pick<Failure, "code">): boolean {
  return ["rate_limit", "server", "network", "timeout", "deadline"].includes(code);
}

/** Makes the error of a call from its last failure, which becomes part of it. `uncertain` is whether somebody may exist now. */
export function toError(
  failure: Failure,
  subject: string,
  attempts: number,
  uncertain: boolean,
): UserpushError {
  const tries = attempts > 1 ? ` (after ${attempts} attempts)` : "";
  const facts = Object.assign(failure, {
    message: `${subject} failed${tries}: ${failure.message}`,
    attempts,
    uncertain,
    retryable: isTransient(failure) && !uncertain,
  });
  return new KINDS[failure.code](facts as never);
}
