import type { UserpushError } from "../client/errors.ts";

/** So many pushes in a row without an answer of the API, each tried several times, mean that it is away. */
const MAX_UNANSWERED = 5;

/** So many refusals in a row for one reason mean that the reason is not in the people. */
const MAX_SAME_REFUSAL = 20;

/** So many answers in a row that are not the API's mean that something else answers at its address. */
const MAX_FOREIGN = 3;

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
  let inARow = 0;
  let last: string | undefined;
  let found: Stop | undefined;

  function observe(error: UserpushError | undefined): void {
    const kind = error && kindOf(error);
    inARow = kind === last ? inARow + 1 : 1;
    last = kind;
    const limit = error ? limitOf(error) : Number.POSITIVE_INFINITY;
    if (error && inARow >= limit)
      found ??= { reason: isUnanswered(error) ? "unreachable" : "refused", message: error.message };
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

/** Nobody can tell from the answer what became of the person, or there is none. */
export function isUnanswered({ code }: UserpushError): boolean {
  return ["network", "timeout", "deadline", "server", "rate_limit"].includes(code);
}

/** A page of a proxy, or of another program at this address. */
export function isForeign(error: UserpushError): boolean {
  const fault = "fault" in error ? error.fault : undefined;
  return error.code === "parse" || (!fault && (error.status === 404 || error.status === 405));
}

function limitOf(error: UserpushError): number {
  if (concernsEverybody(error)) return 1;
  if (isForeign(error)) return MAX_FOREIGN;
  return isUnanswered(error) ? MAX_UNANSWERED : MAX_SAME_REFUSAL;
}

/** What two refusals must share to be the same one. */
function kindOf(error: UserpushError): string {
  if (isForeign(error)) return "foreign";
  if (isUnanswered(error)) return "unanswered";
  const fault = "fault" in error ? error.fault : undefined;
  return `${error.code} ${fault?.code ?? error.status}`;
}
