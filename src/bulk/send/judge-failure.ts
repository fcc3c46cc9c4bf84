import type { UserpushError } from "../../client/errors.ts";
import type { Reason } from "../reason.ts";
import { concernsEverybody, isDoubtful, isForeign } from "./error-kind.ts";

/** What can become of a record that was not pushed. */
export type FailedFate = "rejected" | "uncertain" | "notAttempted";

/**
 * What becomes of a record whose last attempt failed so. It is uncertain where that attempt, or an earlier one, may have
 * arrived; rejected where the API, or the check before it, said no to this person; and else was not attempted.
 */
export function fateOf(error: UserpushError, wasDoubtful: boolean): FailedFate {
  if (isRejection(error)) return "rejected";
  return wasDoubtful || isDoubtful(error) ? "uncertain" : "notAttempted";
}

function isRejection(error: UserpushError): boolean {
  if (concernsEverybody(error) || isForeign(error)) return false;
  return error.code === "rejected" || error.code === "validation";
}

/** What is to be told of it, one reason for each field where the check before sending found several. */
export function reasonsOf(error: UserpushError): readonly Reason[] {
  if (error.code === "validation")
    return error.issues.map(({ field, message }) => ({
      ...(field ? { field } : {}),
      message,
      answered: false,
    }));
  const fault = "fault" in error ? error.fault : undefined;
  const reason = {
    ...(fault?.field ? { field: fault.field } : {}),
    ...(fault?.code === undefined ? {} : { code: fault.code }),
    answered: error.status !== undefined,
    message: error.message,
  };
  return [reason];
}
