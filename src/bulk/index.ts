/**
 * A run over a whole roster, as the command line makes it.
 *
 * @module userpush/bulk
 */
export { FileError } from "./file-error.ts";
export type { Mapping } from "./map/mapping.ts";
export { MappingError } from "./map/mapping-error.ts";
export { PRESET_NAMES, type PresetName } from "./map/parse/preset-name.ts";
export { type MappingWishes, resolveMapping } from "./map/parse/resolve-mapping.ts";
export { MissingPeerError } from "./missing-peer-error.ts";
export { type BrakeLimits, DEFAULT_LIMITS, type Limit } from "./plan/limits.ts";
export type { Brake, Plan, PlanCounts } from "./plan/plan.ts";
export type { UncertainChoice } from "./plan/uncertain-choice.ts";
export type { Row } from "./read/row.ts";
export type { Reason } from "./reason.ts";
export { OutputError } from "./record/output-error.ts";
export { createRejects, type Rejects, type RejectsEnd, type RejectsOptions } from "./record/rejects.ts";
export type { Fate, Totals } from "./record/totals.ts";
export type { Outputs } from "./run/outputs.ts";
export { type PlanFilesOptions, planFiles } from "./run/plan-files.ts";
export { type PushFilesOptions, pushFiles } from "./run/push-files.ts";
export type { RunOptions } from "./run/run-options.ts";
export type { FinishedEvent, ProgressEvent, RowEvent, RunEvent, Stop } from "./run-event.ts";
export { StateError, StateLockedError } from "./state/state-error.ts";
export { activeplatformTarget } from "./target/activeplatform.ts";
export { ccsTarget } from "./target/ccs.ts";
export { opscomTarget } from "./target/opscom.ts";
export type { Target } from "./target/target.ts";
