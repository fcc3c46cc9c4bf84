import type { Result } from "../../../src/client/create-operation.ts";
import {
  AbortedError,
  ConfigurationError,
  type Fault,
  HttpError,
  type HttpErrorCode,
  NetworkError,
  ParseError,
  RedirectError,
  TimeoutError,
  type UserpushError,
  ValidationError,
} from "../../../src/client/errors.ts";

const once = { message: "because", attempts: 1 };
const again = { ...once, retryable: true };

function http(status: number, code: HttpErrorCode, rest: object = {}): UserpushError {
  return new HttpError({ ...once, status, code, ...rest });
}

/** Errors as the client makes them for an API that updates, and, where it says so, for one that only creates. */
export const failures = {
  fault: (fault: Fault) => http(200, "rejected", { fault }),
  refused: (status: number) => http(status, "rejected"),
  unavailable: (retryAfterMs?: number) => http(503, "server", { retryable: true, retryAfterMs }),
  broken: () => http(500, "server", { retryable: true }),
  limited: (retryAfterMs?: number) => http(429, "rate_limit", { retryable: true, retryAfterMs }),
  token: () => http(401, "authentication"),
  tenant: () => new ConfigurationError({ ...once, status: 200, fault: { code: 9000, meaning: "no" } }),
  redirect: () => new RedirectError({ ...once, status: 302 }),
  page: () => new ParseError({ ...once, status: 200 }),
  timeout: () => new TimeoutError({ ...again, code: "timeout" }),
  reset: () => new NetworkError({ ...again, cause: coded("ECONNRESET") }),
  connectionRefused: () => new NetworkError({ ...again, cause: coded("ECONNREFUSED", "connect") }),
  unknownHost: () => new NetworkError({ ...again, cause: coded("ENOTFOUND") }),
  abandoned: () => new AbortedError(once),
  abandonedBefore: () => new AbortedError({ ...once, attempts: 0 }),
  invalid: () =>
    new ValidationError({
      message: "not sent",
      issues: [{ field: "email", message: "`email` is empty", path: ["email"], rule: "minLength" }],
    }),
  createTimeout: () => new TimeoutError({ ...once, code: "timeout", uncertain: true }),
  createUnavailable: () => http(503, "server", { uncertain: true }),
} satisfies Record<string, (...given: never[]) => UserpushError>;

function coded(code: string, syscall?: string): Error {
  return new Error("fetch failed", { cause: Object.assign(new Error("no"), { code, syscall }) });
}

export const SUCCESS: Result<object> = { ok: true, data: { id: "7" }, status: 200 };

export function failed(error: UserpushError): Result<object> {
  return { ok: false, error, status: error.status };
}
