export { FileError } from "./file-error.ts";
export type { RowOutcome } from "./push-row.ts";
export type { Reason } from "./row.ts";
export { type RunEvent, type RunOptions, runPush } from "./run.ts";
export type { Stop } from "./stop-rule.ts";
export { opscomTarget, type Target } from "./target.ts";
export type { Fate, Totals } from "./totals.ts";
