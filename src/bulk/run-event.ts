import type { Plan, PushAction } from "./plan/plan.ts";
import type { Reason } from "./reason.ts";
import type { Fate, Totals } from "./record/totals.ts";

/** Why a run ended before its last row. */
export interface Stop {
  readonly reason: "braked" | "refused" | "unreachable" | "interrupted" | "fileChanged";
  /** What happened; never a token, never a person. */
  readonly message: string;
}

/** What became of one row, where there is something to say of it: rows that are unchanged or skipped are only counted. */
export interface RowEvent {
  readonly type: "row";
  readonly file: string;
  readonly line: number;
  readonly fate: Fate;
  /** Absent where the row came to no person. */
  readonly key?: string | undefined;
  readonly action?: PushAction | undefined;
  readonly reasons: readonly Reason[];
  readonly warnings: readonly string[];
  readonly attempts: number;
  readonly status?: number | undefined;
  readonly reference?: string | undefined;
}

/** How sending goes at a moment. */
export interface SendingProgress {
  /** Answers of the last second. */
  readonly perSecond: number;
  readonly inFlight: number;
  /** The rate that the run holds itself to, in requests per second; absent where there is none. */
  readonly rateLimit?: number | undefined;
  /** Answers since the phase began that asked to slow down: 429 and 503. */
  readonly throttled?: number | undefined;
  /** How much longer nothing is sent, because the API asked to wait; absent where it did not. */
  readonly waitingMs?: number | undefined;
}

/** Now and then, while a run goes on; also while it is planned. */
export interface ProgressEvent extends SendingProgress {
  readonly type: "progress";
  readonly phase: "planning" | "pushing";
  readonly totals: Totals;
  /** Rows of the roster; unknown while it is planned. */
  readonly rows?: number;
  /** Share of the files that was read, from 0 to 1. */
  readonly share: number;
  /** Milliseconds since the phase began. */
  readonly elapsedMs: number;
}

export interface FinishedEvent {
  readonly type: "finished";
  readonly totals: Totals;
  /** How many rows were left out for which reason. */
  readonly skipped: Readonly<Record<string, number>>;
  readonly missing: number;
  readonly startedAt: number;
  readonly durationMs: number;
  readonly stop?: Stop;
}

/** What a run tells, in this order: progress, one plan, then rows and progress as they come, and one end, always. */
export type RunEvent = ProgressEvent | ({ readonly type: "planned" } & Plan) | RowEvent | FinishedEvent;
