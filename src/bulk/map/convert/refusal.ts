/** What became of a value that cannot be sent: the sentence that goes on after the name of its field. */
export interface Refusal {
  readonly refused: string;
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null;
}
