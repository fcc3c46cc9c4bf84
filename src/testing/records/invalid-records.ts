import { createCheck } from "../../contract/check.ts";
import type { FaultGuide } from "../../contract/fault.ts";
import { faultAnswerOf } from "../../contract/fault-answer.ts";
import type { ArrayRule, ObjectRule, Rule, RuleName } from "../../contract/rule.ts";
import { breakScalar } from "./break-rule.ts";

type Path = readonly (string | number)[];

/** A record with one thing wrong. */
export interface InvalidRecord {
  /** What is wrong, in the words of the validator: what a test can be called. */
  readonly name: string;
  readonly record: Readonly<Record<string, unknown>>;
  readonly field: string;
  /** The constraint that is broken. */
  readonly rule: RuleName;
  /** The fault that the API would answer; absent where its document does not say. */
  readonly fault?: number | undefined;
}

interface Change {
  readonly path: Path;
  /** Nothing, where the member is taken away. */
  readonly value: unknown;
}

/** Breaks every constraint of a rule, one at a time, in a copy of a record that has every member. */
export function invalidRecords(rule: ObjectRule, complete: object, guide: FaultGuide): InvalidRecord[] {
  const check = createCheck(rule);
  return changesOf(rule, []).flatMap((change) => {
    const record = apply(complete, change) as InvalidRecord["record"];
    const [issue, ...others] = check(record);
    // Members of an item that is not there cannot be broken one at a time.
    if (!issue || others.length > 0) return [];
    const { message, field, rule: broken } = issue;
    return [{ name: message, record, field, rule: broken, fault: faultAnswerOf(guide, issue) }];
  });
}

function changesOf(rule: Rule, path: Path): Change[] {
  if (rule.type === "object") return changesOfObject(rule as ObjectRule, path);
  if (rule.type === "array") {
    return [{ path, value: "text" }, ...changesOf((rule as ArrayRule).items, [...path, 0])];
  }
  return breakScalar(rule as never).map(({ value }) => ({ path, value }));
}

function changesOfObject({ required, closed, properties }: ObjectRule, path: Path): Change[] {
  return [
    ...required.map((name) => ({ path: [...path, name], value: undefined })),
    ...(closed ? [{ path: [...path, "not_a_field"], value: "text" }] : []),
    ...Object.entries(properties).flatMap(([name, member]) => changesOf(member, [...path, name])),
  ];
}

/** A copy with one change; a member that is not there is made on the way. */
function apply(whole: unknown, { path: [step, ...rest], value }: Change): unknown {
  if (step === undefined) return value;
  const inner = apply((whole as Record<string | number, unknown> | undefined)?.[step], { path: rest, value });
  if (typeof step === "number") return Object.assign([...((whole as unknown[]) ?? [])], { [step]: inner });
  const { [step]: _, ...others } = (whole ?? {}) as Record<string, unknown>;
  return inner === undefined ? others : { ...(whole as object), [step]: inner };
}
