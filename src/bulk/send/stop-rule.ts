import type { UserpushError } from "../../client/errors.ts";
import type { FaultFacts } from "../../contract/fault.ts";
import type { PersonRecord } from "../map/mapped.ts";
import type { Stop } from "../run-event.ts";
import { concernsEverybody, isFailing, isForeign, isUnanswered } from "./error-kind.ts";
import { createPatience, type Tried } from "./patience.ts";

/** Watches what the pushes of a run answer, and remembers the first reason to go no further. */
export interface StopRule {
  /** An attempt is over; of several for one record, each. */
  readonly attempted: (tried: Tried) => void;
  /** Nothing more is tried for a record; the error is the last one, absent where it was pushed. */
  readonly ended: (record: PersonRecord, error: UserpushError | undefined) => void;
  /** Ends the run for a reason that is not in what the pushes answer. */
  readonly stopFor: (stop: Stop) => void;
  readonly stop: () => Stop | undefined;
  /** Aborted with the first reason to stop: who waits goes no more, and what is in flight is finished. */
  readonly halted: AbortSignal;
}

export interface StopRuleOptions {
  /** The person's wish to end the run. */
  readonly signal?: AbortSignal | undefined;
  /** What the codes of the API mean, as its document says. */
  readonly faults?: FaultFacts | undefined;
  /** Whether earlier runs pushed somebody to where this one does. Default false. */
  readonly hasPushedBefore?: boolean | undefined;
}

/** So many records in a row without an answer of the API, each tried several times, mean that it is away. */
const MAX_UNANSWERED = 5;

/**
 * So many refusals in a row for one reason, and nobody taken yet, mean that the reason is not in the people. Where earlier
 * runs came through it takes more: what is refused comes again every night, and shall not keep the others from their turn.
 */
const MAX_SAME_REFUSAL = 20;
const MAX_SAME_REFUSAL_AFTER_PUSHES = 200;

/** So many answers in a row that are not the API's mean that something else answers at its address. */
const MAX_FOREIGN = 3;

const HOW_TO_GO_ON = "run the same command again later: it continues where this run ended";

export function createStopRule({ signal, faults, hasPushedBefore }: StopRuleOptions = {}): StopRule {
  const halt = new AbortController();
  const patience = createPatience();
  let maxSameRefusal = hasPushedBefore ? MAX_SAME_REFUSAL_AFTER_PUSHES : MAX_SAME_REFUSAL;
  let inARow = 0;
  let lastKind: string | undefined;
  let found: Stop | undefined;

  function stopFor(stop: Stop): void {
    found ??= stop;
    halt.abort();
  }
  function interrupt(): void {
    stopFor({ reason: "interrupted", message: "the run was interrupted" });
  }
  if (signal?.aborted) interrupt();
  // Never taken away: the signal of a run lives no longer than the run.
  else signal?.addEventListener("abort", interrupt, { once: true });

  function attempted(tried: Tried): void {
    const worn = patience.attempted(tried);
    if (worn) stopFor({ ...worn, message: `${worn.message}; ${HOW_TO_GO_ON}` });
  }
  function ended(record: PersonRecord, error: UserpushError | undefined): void {
    const kind = error && kindOf(error, record);
    inARow = kind === lastKind ? inARow + 1 : 1;
    lastKind = kind;
    // Whoever takes one person knows token, tenant and address, and what is refused then is refused for its own sake.
    if (!error) maxSameRefusal = Number.POSITIVE_INFINITY;
    else if (inARow >= (limitOf(error) ?? maxSameRefusal)) stopFor(explain(error, inARow, faults));
  }
  return { attempted, ended, stopFor, stop: () => found, halted: halt.signal };
}

/** Nothing for a refusal. */
function limitOf(error: UserpushError): number | undefined {
  if (concernsEverybody(error)) return 1;
  if (isForeign(error)) return MAX_FOREIGN;
  return isUnanswered(error) ? MAX_UNANSWERED : undefined;
}

/** What two failures must share to be the same one. */
function kindOf(error: UserpushError, record: PersonRecord): string {
  if (isForeign(error)) return "foreign";
  if (isUnanswered(error)) return "unanswered";
  const field = "fault" in error ? error.fault?.field : undefined;
  // An e-mail that is taken is nobody else's; a login source that is wrong is everybody's.
  return `${refusalOf(error)} ${field === undefined ? "" : JSON.stringify(record[field])}`;
}

function refusalOf(error: UserpushError): string {
  const code = "fault" in error ? error.fault?.code : undefined;
  return code === undefined ? `HTTP ${error.status}` : `fault ${code}`;
}

function explain(error: UserpushError, inARow: number, faults: FaultFacts | undefined): Stop {
  const { message } = error;
  if (concernsEverybody(error)) return { reason: "refused", message };
  if (isForeign(error)) {
    const advice = "check the base URL and what stands between";
    return {
      reason: "refused",
      message: `${MAX_FOREIGN} answers in a row are not the API's: ${message}; ${advice}`,
    };
  }
  if (isUnanswered(error)) {
    const got = isFailing(error) ? "nothing but failures of the API itself" : "no answer";
    const away = `${MAX_UNANSWERED} people in a row got ${got} in all their attempts: ${message}`;
    return {
      reason: isFailing(error) ? "failing" : "unreachable",
      message: `${away}; ${HOW_TO_GO_ON}`,
    };
  }
  return { reason: "refused", message: explainRefusal(error, inARow, faults) };
}

/** By the words of the document, never by the API's own: those may name a person. */
function explainRefusal(error: UserpushError, inARow: number, faults: FaultFacts | undefined): string {
  const code = "fault" in error ? error.fault?.code : undefined;
  const meaning = code === undefined ? undefined : faults?.table?.[code]?.meaning;
  const refusal = `${refusalOf(error)}${meaning ? ` (${meaning})` : ""}`;
  return `${inARow} people in a row were refused with ${refusal}: the reason is not in the people`;
}
