import type { Row } from "../read/row.ts";
import type { Hasher } from "../state/state.ts";
import type { Judged } from "./judge.ts";
import type { Place, Plan, PlanCounts, PlannedPush, PushAction } from "./plan.ts";

type Tallied = Pick<Plan, "counts" | "skipped" | "changedFields" | "warnings"> & {
  readonly examples: Omit<Plan["examples"], "missing">;
};

/** Counts what the rows of a roster come to, and keeps the first few of each kind. */
export interface Tally {
  readonly add: (row: Row, judged: Judged) => void;
  readonly result: () => Tallied;
}

type Mutable<T> = { -readonly [Name in keyof T]: T[Name] };

/** The counts of a roster without rows. */
export const NOTHING_PLANNED: PlanCounts = {
  read: 0,
  new: 0,
  changed: 0,
  again: 0,
  unchanged: 0,
  frozen: 0,
  uncertain: 0,
  skipped: 0,
  rejected: 0,
};

/** Keeps at most `maxExamples` of each kind. */
export function createTally(hasher: Hasher, maxExamples: number): Tally {
  const counts: Mutable<PlanCounts> = { ...NOTHING_PLANNED };
  const skipped = new Map<string, number>();
  const changedFields = new Map<string, number>();
  const examples = { frozen: [], uncertain: [], rejects: [], warnings: [] } as MutableExamples;
  const pushes: Record<PushAction, PlannedPush[]> = { new: [], changed: [], again: [] };
  let warnings = 0;

  function keep<T>(list: T[], example: () => T): void {
    if (list.length < maxExamples) list.push(example());
  }
  function differing(judged: Extract<Judged, { verdict: "send" | "frozen" }>): readonly string[] {
    if (!judged.known || judged.known.uncertain) return [];
    const fields = hasher.differing(judged.record, judged.known);
    for (const field of fields) count(changedFields, field);
    return fields;
  }
  function add(row: Row, judged: Judged): void {
    counts.read += 1;
    switch (judged.verdict) {
      case "skipped":
        counts.skipped += 1;
        count(skipped, judged.reason);
        return;
      case "rejected":
        counts.rejected += 1;
        keep(examples.rejects, () => ({
          ...placeOf(row),
          key: judged.key,
          reasons: judged.reasons,
        }));
        return;
      case "send":
        addPush(row, judged);
        break;
      default:
        counts[judged.verdict] += 1;
        if (judged.verdict !== "unchanged") addHeldBack(row, judged);
    }
    warnings += judged.warnings.length;
    for (const message of judged.warnings) keep(examples.warnings, () => ({ ...placeOf(row), message }));
  }
  function addPush(row: Row, judged: Extract<Judged, { verdict: "send" }>): void {
    const { action, key } = judged;
    counts[action] += 1;
    const fields = action === "changed" ? differing(judged) : [];
    keep(pushes[action], () => ({ ...placeOf(row), action, key, fields }));
  }
  function addHeldBack(row: Row, judged: Extract<Judged, { key: string; record: object }>): void {
    const { key } = judged;
    if (judged.verdict === "uncertain") keep(examples.uncertain, () => ({ ...placeOf(row), key }));
    if (judged.verdict !== "frozen") return;
    const fields = differing(judged);
    keep(examples.frozen, () => ({ ...placeOf(row), key, fields }));
  }
  function result(): Tallied {
    const all = { ...examples, pushes: Object.values(pushes).flat() };
    const byName = { skipped: Object.fromEntries(skipped), changedFields: Object.fromEntries(changedFields) };
    return { counts, ...byName, warnings, examples: all };
  }
  return { add, result };
}

type OtherExamples = Omit<Tallied["examples"], "pushes">;
type MutableExamples = { [Name in keyof OtherExamples]: OtherExamples[Name][number][] };

/** By names that people chose: of an object's own members, `constructor` among them, a map knows nothing. */
function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function placeOf({ file, line }: Row): Place {
  return { file, line };
}
