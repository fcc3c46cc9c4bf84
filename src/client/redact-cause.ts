import type { Redact } from "./redact.ts";

/** What `wroteNothing` compares, with whoever reads a log: stars in it would tell neither what broke. */
const CODES = ["code", "syscall"];

const CODE = /^([A-Z\d_]+|[a-z]+)$/;

type Values = Record<string, unknown>;

/**
 * A copy of an error that holds its message, name, stack and `CODES`, its cause and its errors, and nothing else: what a
 * transport throws may carry the whole request. Secrets are replaced in all but what looks like a code. Nothing where it cannot be
 * read, and none of it twice: errors of errors can go round.
 */
export function redactCause(error: unknown, redact: Redact, depth = 0, seen = new Set<unknown>()): unknown {
  const MAX_DEPTH = 5;
  if (typeof error === "string") return redact(error);
  if (depth > MAX_DEPTH || seen.has(error)) return undefined;
  seen.add(error);
  try {
    // By its stack: what comes of another realm, as Node's errors do under Jest, is no `Error` of this one.
    if ("stack" in Object(error))
      return copyOf(error as Values, redact, (inner) => redactCause(inner, redact, depth + 1, seen));
  } catch {
    // Getters of its own.
  }
  return undefined;
}

function copyOf(given: Values, redact: Redact, copyInner: (inner: unknown) => unknown): unknown {
  const { message, cause, errors } = given;
  const inner = copyInner(cause);
  const copy = new Error(redact(String(message)), inner ? { cause: inner } : {}) as Error & Values;
  for (const name of ["name", "stack", ...CODES]) {
    const text = given[name];
    if (typeof text === "string") copy[name] = CODES.includes(name) && CODE.test(text) ? text : redact(text);
  }
  if (Array.isArray(errors)) copy["errors"] = errors.map(copyInner);
  return copy;
}
