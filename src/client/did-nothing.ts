import type { Fault, UserpushError } from "./errors.ts";
import { wroteNothing } from "./wrote-nothing.ts";

/** What an error, or the failure that it is made of, tells of what became of its request. */
export type Evidence = Pick<UserpushError, "code" | "status" | "cause"> & {
  readonly fault?: Fault | undefined;
};

/**
 * Whether it is certain that the API did nothing, because no byte was written, or because it said so. It is asked only where a
 * second request could do harm, so a client whose calls are all safe to repeat brings none of this along.
 */
export function didNothing({ code, status, cause, fault }: Evidence): boolean {
  if (code === "network") return status === undefined && wroteNothing(cause);
  // Of a transport, which may say so in the middle of an answer.
  if (code === "configuration") return status === undefined || fault !== undefined;
  return ["authentication", "rejected", "rate_limit", "validation"].includes(code);
}
