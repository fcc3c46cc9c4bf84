import type { UserpushError } from "../client/errors.ts";

/** So many pushes in a row without an answer, each tried several times, mean that the API is away. */
const MAX_UNANSWERED = 5;

/** Why a run ended before the end of its file. */
export interface Stop {
  readonly reason: "refused" | "unreachable" | "interrupted";
  readonly message: string;
}

/** Watches what the pushes of a run answer, and remembers the first reason to go no further. */
export interface StopRule {
  readonly observe: (error: UserpushError | undefined) => void;
  readonly stop: () => Stop | undefined;
}

export function createStopRule(signal: AbortSignal | undefined): StopRule {
  let unanswered = 0;
  let found: Stop | undefined;

  function observe(error: UserpushError | undefined): void {
    unanswered = isUnanswered(error) ? unanswered + 1 : 0;
    if (error && concernsEverybody(error)) found ??= { reason: "refused", message: error.message };
    if (error && unanswered >= MAX_UNANSWERED) found ??= { reason: "unreachable", message: error.message };
  }
  function stop(): Stop | undefined {
    return (
      found ?? (signal?.aborted ? { reason: "interrupted", message: "the run was interrupted" } : undefined)
    );
  }
  return { observe, stop };
}

/** The token, the tenant or the address is wrong: no other person will fare better. */
export function concernsEverybody({ code }: UserpushError): boolean {
  return code === "authentication" || code === "configuration" || code === "redirect";
}

function isUnanswered(error: UserpushError | undefined): boolean {
  return error?.code === "network" || error?.code === "timeout" || error?.code === "deadline";
}
