/** Why a record cannot be sent, was refused, or got no answer. */
export interface Reason {
  /** The field of the API, or nothing where the reason is about the row as a whole. */
  readonly field?: string;
  /** The code of the fault that the API gave, or would have given had the record been sent. */
  readonly code?: number;
  /** Whether the API said so; false for what was found before sending. */
  readonly answered?: boolean;
  /** Never holds the value of a sensitive field. */
  readonly message: string;
}
