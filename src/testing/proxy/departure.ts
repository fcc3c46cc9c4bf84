/** The ways in which an answer can depart from its document. */
export const DEPARTURE_KINDS = [
  "redirect",
  "status",
  "fault in a success",
  "no content type",
  "media type",
  "syntax",
  "missing member",
  "renamed member",
  "number as text",
  "wrong type",
  "wrong value",
] as const;
export type DepartureKind = (typeof DEPARTURE_KINDS)[number];

/** One way in which an answer is not what its document says. It quotes no value. */
export interface Departure {
  readonly kind: DepartureKind;
  /** The id of the operation that was called. */
  readonly operation: string;
  /** The member that is meant; empty for the answer as a whole. */
  readonly field: string;
  readonly message: string;
}

/** The same before anybody knows which call it was. */
export type Found = Omit<Departure, "operation">;
