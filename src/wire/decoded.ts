/** What a body says, and what is wrong with how it says it. */
export interface Decoded {
  /** Nothing, where it could not be read at all. */
  readonly value: unknown;
  readonly findings: readonly WireFinding[];
}

/** One thing that is wrong with the bytes, before anybody judges the value. */
export interface WireFinding {
  readonly message: string;
  /** Empty for the body as a whole. */
  readonly field: string;
  readonly rule: "syntax" | "namespace" | "order" | "type" | "unknown";
}

/** A body that cannot be read at all. */
export function unreadable(message: string, rule: WireFinding["rule"] = "syntax"): Decoded {
  return { value: undefined, findings: [{ message, field: "", rule }] };
}
