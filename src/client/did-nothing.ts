import type { UserpushError } from "./errors.ts";
import { wroteNothing } from "./wrote-nothing.ts";

/** What an error, or the failure that it is made of, tells of what became of its request. */
export type Evidence = Pick<UserpushError, "code" | "status" | "cause">;

/**
 * Whether it is certain that the API did nothing, because no byte was written, or because it said so. It is asked only where a
 * second request could do harm, so a client whose calls are all safe to repeat brings none of this along.
 */
export function didNothing({ code, status, cause }: Evidence): boolean {
  if (code === "network") return status === undefined && wroteNothing(cause);
  return ["authentication", "configuration", "rejected", "rate_limit", "validation"].includes(code);
}
