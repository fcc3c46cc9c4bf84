import { OutputError } from "../record/output-error.ts";
import type { Stop } from "../run-event.ts";
import { StateError } from "../state/state-error.ts";

/** An error that ended a run which had begun to send. */
export interface Failure {
  readonly error: unknown;
}

/** Why such a run ended. What a bug says may hold personal data. */
export function brokenOff(error: unknown): Stop {
  return {
    reason: "brokenOff",
    message: isExpected(error) ? error.message : "a bug of userpush ended the run",
  };
}

/** Errors of the system tell of files alone. */
function isExpected(error: unknown): error is Error {
  return (
    error instanceof StateError ||
    error instanceof OutputError ||
    (error instanceof Error && "syscall" in error)
  );
}
