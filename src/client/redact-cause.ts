import type { Redact } from "./redact.ts";

/**
 * A copy of an error that holds its name, message, code, stack and cause, secrets replaced, and nothing else:
 * what a transport throws may carry the whole request.
 */
export function redactCause(error: unknown, redact: Redact, depth = 0): unknown {
  const MAX_DEPTH = 5;
  if (!(error instanceof Error)) return typeof error === "string" ? redact(error) : undefined;
  const { name, message, stack, cause, code } = error as Error & { readonly code?: unknown };
  const inner = depth > MAX_DEPTH ? undefined : redactCause(cause, redact, depth + 1);
  const copy = new Error(redact(message), inner ? { cause: inner } : {});
  const known = { name, stack: redact(stack ?? "") };
  return Object.assign(copy, typeof code === "string" ? { ...known, code } : known);
}
