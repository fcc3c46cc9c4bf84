import type { Redact } from "./redact.ts";

const MAX_DEPTH = 5;

/**
 * A copy of an error that holds its name, message, code, stack and cause, secrets replaced, and nothing else:
 * what a transport throws may carry the whole request.
 */
export function redactCause(error: unknown, redact: Redact, depth = 0): unknown {
  if (!(error instanceof Error)) return typeof error === "string" ? redact(error) : undefined;
  const { name, message, stack, cause, code } = error as Error & { readonly code?: unknown };
  const inner = cause === undefined || depth > MAX_DEPTH ? undefined : redactCause(cause, redact, depth + 1);
  const copy = new Error(redact(message), inner === undefined ? undefined : { cause: inner });
  Object.assign(copy, { name, stack: redact(stack ?? "") }, typeof code === "string" ? { code } : undefined);
  return copy;
}
