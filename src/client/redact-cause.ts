import type { Redact } from "./redact.ts";

/** What tells a reader, and `wroteNothing`, where it broke. */
const TEXTS = ["name", "stack", "code", "syscall"];

type Values = Record<string, unknown>;

/**
 * A copy of an error that holds its message and `TEXTS`, its cause and its errors, secrets replaced, and nothing else: what a
 * transport throws may carry the whole request.
 */
export function redactCause(error: unknown, redact: Redact, depth = 0): unknown {
  const MAX_DEPTH = 5;
  if (depth > MAX_DEPTH) return undefined;
  if (!(error instanceof Error)) return typeof error === "string" ? redact(error) : undefined;
  const { message, cause, errors } = error as Error & { readonly errors?: unknown };
  const copyOf = (inner: unknown) => redactCause(inner, redact, depth + 1);
  const inner = copyOf(cause);
  const copy = new Error(redact(message), inner ? { cause: inner } : {}) as Error & Values;
  for (const name of TEXTS) {
    const text = (error as Error & Values)[name];
    if (typeof text === "string") copy[name] = redact(text);
  }
  if (Array.isArray(errors)) copy["errors"] = errors.map(copyOf);
  return copy;
}
