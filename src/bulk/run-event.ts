import type { Plan, PushAction } from "./plan/plan.ts";
import type { Reason } from "./reason.ts";
import type { Fate, Totals } from "./record/totals.ts";

/** Why a run ended before its last row. */
export interface Stop {
  /** What kind of end it was. */
  readonly reason:
    | "braked"
    | "refused"
    | "unreachable"
    | "failing"
    | "interrupted"
    | "fileChanged"
    | "brokenOff";
  /** What happened; never a token, never a person. */
  readonly message: string;
}

/** What became of one row, where there is something to say of it: rows that are unchanged or skipped are only counted. */
export interface RowEvent {
  readonly type: "row";
  /** The file as it was named to the run. */
  readonly file: string;
  /** Counted from 1, the header included; in a workbook the row of its sheet. */
  readonly line: number;
  /** What became of the person. */
  readonly fate: Fate;
  /** Absent where the row came to no person. */
  readonly key?: string | undefined;
  /** Why the person was sent; absent of whoever was not. */
  readonly action?: PushAction | undefined;
  /** Why the person was rejected, or may not have arrived. */
  readonly reasons: readonly Reason[];
  /** What is odd about the record, and was sent all the same. */
  readonly warnings: readonly string[];
  /** Requests that were made for this person. */
  readonly attempts: number;
  /** HTTP status of the last answer, where there was one. */
  readonly status?: number | undefined;
  /** The id that the API gave to the person. */
  readonly reference?: string | undefined;
}

/** How sending goes at a moment. */
export interface SendingProgress {
  /** Answers of the last second. */
  readonly perSecond: number;
  /** Requests under way. */
  readonly inFlight: number;
  /** The rate that the run holds itself to, in requests per second; absent where there is none. */
  readonly rateLimit?: number | undefined;
  /** Answers since the phase began that asked to slow down: 429 and 503. */
  readonly throttled?: number | undefined;
  /** How much longer nothing is sent, because the API takes nothing; absent while it does. */
  readonly waitingMs?: number | undefined;
  /** Whether the API named that time itself, by `Retry-After`; absent where nobody waits. */
  readonly waitAsked?: boolean | undefined;
}

/** Now and then, while a run goes on; also while it is planned. */
export interface ProgressEvent extends SendingProgress {
  readonly type: "progress";
  /** `planning` reads and decides, `pushing` sends. */
  readonly phase: "planning" | "pushing";
  readonly totals: Totals;
  /** Rows of the roster; unknown while it is planned. */
  readonly rows?: number;
  /** Share of the files that was read, from 0 to 1. */
  readonly share: number;
  /** Milliseconds since the phase began. */
  readonly elapsedMs: number;
}

/** The end of a run, which comes always, and once. */
export interface FinishedEvent {
  readonly type: "finished";
  readonly totals: Totals;
  /** How many rows were left out for which reason. */
  readonly skipped: Readonly<Record<string, number>>;
  /** People whom this source brought before, and who are not in it now; nobody is deleted. */
  readonly missing: number;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Milliseconds, from the first file to the last answer. */
  readonly durationMs: number;
  /** Why it ended before its last row; absent where it did not. */
  readonly stop?: Stop;
}

/** What a run tells, in this order: progress, one plan, then rows and progress as they come, and one end, always. */
export type RunEvent = ProgressEvent | ({ readonly type: "planned" } & Plan) | RowEvent | FinishedEvent;
