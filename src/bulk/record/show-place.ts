import type { Place } from "../plan/plan.ts";

/** Where a row stands, in one word: `roster.csv:12`. Standard input has a name that no spreadsheet takes for a formula. */
export function showPlace({ file, line }: Place): string {
  return `${file === "-" ? "stdin" : file}:${line}`;
}
