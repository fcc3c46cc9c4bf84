import type { Reason } from "../reason.ts";

/** Where a row stands. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** Why a person is sent; `again` is somebody unchanged, where the person at the keyboard asked for everybody. */
export type PushAction = "new" | "changed" | "again";

/** A person that a run would send, and why. */
export interface PlannedPush extends Place {
  readonly action: PushAction;
  readonly key: string;
  /** Names of the fields that differ from what was pushed last; empty for a new person. */
  readonly fields: readonly string[];
}

export interface PlannedReject extends Place {
  /** Absent where the row lacks what identifies a person. */
  readonly key?: string | undefined;
  readonly reasons: readonly Reason[];
}

/** How many rows of a plan come to what. `read` is the sum of the others. */
export interface PlanCounts {
  readonly read: number;
  readonly new: number;
  readonly changed: number;
  /** Unchanged, and sent all the same, because that was asked for. */
  readonly again: number;
  readonly unchanged: number;
  /** Changed, at an API that only creates: shown, and not sent. */
  readonly frozen: number;
  /** May have been created by an earlier run, at an API that only creates: shown, and not sent. */
  readonly uncertain: number;
  readonly skipped: number;
  readonly rejected: number;
}

/** What a run would do. */
export interface Plan {
  readonly destination: string;
  readonly source: string;
  readonly counts: PlanCounts;
  /** How many rows are left out for which reason. */
  readonly skipped: Readonly<Record<string, number>>;
  /** In how many changed people which field differs. */
  readonly changedFields: Readonly<Record<string, number>>;
  /** How many people of this source are missing now; they are not deleted there. */
  readonly missing: number;
  /** People known at the destination, and those of them whom this source brought. */
  readonly known: number;
  readonly knownOfSource: number;
  readonly warnings: number;
  /** The first of each kind: a plan of a million people names some, and counts all. */
  readonly examples: {
    readonly pushes: readonly PlannedPush[];
    readonly frozen: readonly (Place & { readonly key: string; readonly fields: readonly string[] })[];
    readonly uncertain: readonly (Place & { readonly key: string })[];
    readonly rejects: readonly PlannedReject[];
    readonly missing: readonly { readonly key: string; readonly pushedAt: number }[];
    readonly warnings: readonly (Place & { readonly message: string })[];
  };
  /** Columns that are not sent, by file header; already fit to be shown. */
  readonly ignoredColumns: readonly string[];
  /** What else a person should know before it is sent: of the state, and of columns that a preset misses. */
  readonly notes: readonly string[];
  /** What would stop the run before its first request. */
  readonly brakes: readonly Brake[];
}

/** A limit that a plan passes. */
export interface Brake {
  readonly name: "first-run" | "max-new" | "max-changed" | "max-rejected" | "max-missing";
  readonly count: number;
  /** How many are allowed. */
  readonly limit: number;
  /** What came, what is allowed, and what to do. */
  readonly message: string;
}
