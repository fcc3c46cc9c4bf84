import type { DepartureKind } from "../proxy/departure.ts";

/** What can be wrong with an answer that a single answer does not show. */
export type VerifyKind =
  | DepartureKind
  | "no answer"
  | "slow"
  | "refused"
  | "accepted"
  | "other fault"
  | "other reference";

/** A place in a document. */
export interface DocumentLine {
  /** As in `openapi/opscom.yaml`. */
  readonly file: string;
  readonly line: number;
  /** The line as it stands there. */
  readonly text: string;
}

/** One way in which a live API is not what its document says. */
export interface VerifyFinding {
  readonly kind: VerifyKind;
  readonly operation: string;
  /** Empty for the answer as a whole. */
  readonly field: string;
  readonly message: string;
  /** Whether the vendor's page says otherwise, or only we inferred it; absent where the document says nothing of it. */
  readonly standing?: "documented" | "inferred" | undefined;
  /** The line of the document to change, if the API is right. */
  readonly change?: DocumentLine | undefined;
}

/** One call, and what was found. */
export interface VerifyResult {
  readonly name: string;
  readonly operation: string;
  readonly elapsedMs: number;
  readonly findings: readonly VerifyFinding[];
}
