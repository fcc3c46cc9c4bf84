import type { RuleName } from "./rule.ts";

/** One thing that is wrong with a value. A Standard Schema issue, with what a program needs beside the text. */
export interface Issue {
  /** Names the field, the limit and what came, and never the value of a sensitive field. */
  readonly message: string;
  readonly path: readonly (string | number)[];
  /** The path in one word, as in `custom_attributes[0].key`; empty for the value as a whole. */
  readonly field: string;
  /** The constraint that is broken. */
  readonly rule: RuleName;
}
