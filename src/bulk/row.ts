/** One row of a roster, as it stands in the file. */
export interface Row {
  /** The line on which it begins; the first line of the file is 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Bytes of the file up to its end. */
  readonly bytes: number;
  /** Why it cannot be a row at all, such as text after a closing quote. */
  readonly malformed?: string;
  /** Whether rows after it may be lost in it. */
  readonly swallows?: boolean;
}

/** Why a record cannot be sent, was refused, or got no answer. */
export interface Reason {
  /** The field of the API, or nothing where the reason is about the row as a whole. */
  readonly field?: string;
  /** The code of the fault that the API gave. */
  readonly code?: number;
  /** The code that it would have given, had the record been sent. */
  readonly wouldBe?: number;
  /** Never holds the value of a sensitive field. */
  readonly message: string;
}
