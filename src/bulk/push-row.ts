import type { UserpushError } from "../client/errors.ts";
import { differingAliases } from "./differing-aliases.ts";
import { createKeyIndex, type KeyIndex } from "./key-index.ts";
import type { Mapping } from "./map-header.ts";
import { mapRow } from "./map-row.ts";
import type { Reason, Row } from "./row.ts";
import { concernsEverybody, isForeign, isUnanswered, type StopRule } from "./stop-rule.ts";
import type { Target } from "./target.ts";
import type { Fate } from "./totals.ts";

/** What became of one row. */
export interface RowOutcome {
  readonly line: number;
  readonly fate: Fate;
  /** Bytes of the file up to its end. */
  readonly bytes: number;
  /** Why it was rejected, or got no answer. */
  readonly reasons: readonly Reason[];
  /** What is odd about it, and was sent all the same. */
  readonly warnings: readonly string[];
}

export interface PushRowOptions {
  readonly target: Target;
  readonly mapping: Mapping;
  readonly stopRule: StopRule;
}

/** Makes the step that takes one row the whole way: map, check, send. It never throws what a row or an API can do. */
export function createRowPusher(options: PushRowOptions): (row: Row) => Promise<RowOutcome> {
  const keys = createKeyIndex(options.target.facts.identity);
  return async function pushRow(row) {
    const { line, bytes } = row;
    return { line, bytes, reasons: [], warnings: [], ...(await takeRow(row, keys, options)) };
  };
}

type Taken = Pick<RowOutcome, "fate"> & Partial<RowOutcome>;

async function takeRow(
  row: Row,
  keys: KeyIndex,
  { target, mapping, stopRule }: PushRowOptions,
): Promise<Taken> {
  if (stopRule.stop()) return { fate: "notAttempted" };
  const mapped = mapRow(row, mapping);
  if ("reasons" in mapped) return { fate: "rejected", reasons: mapped.reasons };
  const faults = target.check(mapped.record);
  // Who cannot be sent keeps nobody from being sent: a later line may hold the person mended.
  const reasons = faults.length > 0 ? faults : keys.add(mapped.record, row.line);
  if (reasons.length > 0) return { fate: "rejected", reasons };
  const warnings = differingAliases(mapped.record, target.fields);
  return { ...(await pushRecord(mapped.record, target, stopRule)), warnings };
}

async function pushRecord(record: object, target: Target, stopRule: StopRule): Promise<Taken> {
  const result = await target.push(record);
  stopRule.observe(result.ok ? undefined : result.error);
  if (result.ok) return { fate: "pushed" };
  const { error } = result;
  if (concernsEverybody(error)) return { fate: "notAttempted" };
  return {
    fate: isUnanswered(error) || isForeign(error) ? "failed" : "rejected",
    reasons: [toReason(error)],
  };
}

function toReason(error: UserpushError): Reason {
  const fault = "fault" in error ? error.fault : undefined;
  return {
    message: error.message,
    ...(fault?.field ? { field: fault.field } : {}),
    ...(fault?.code === undefined ? {} : { code: fault.code }),
  };
}
