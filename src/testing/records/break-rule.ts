import { createCheck } from "../../contract/check.ts";
import { DATE, DATE_TIME, EMAIL, type Format } from "../../contract/format.ts";
import type { RuleName, ScalarRule } from "../../contract/rule.ts";

/** A value that breaks one constraint. */
export interface Break {
  readonly rule: RuleName;
  readonly value: unknown;
}

const WRONG_FORMATS: ReadonlyMap<Format, readonly string[]> = new Map([
  [DATE, ["2001-02-29", "31/01/2001"]],
  [DATE_TIME, ["2001-01-31"]],
  [EMAIL, ["ann.example.edu", "ann@localhost"]],
]);

const WRONG_TYPES = [null, true, 1.5, "text", [], {}];
const WRONG_PATTERNS = [" ", "x", "!", "é"];

/** Every value that breaks one constraint of a scalar and no other. */
export function breakScalar(rule: ScalarRule): Break[] {
  const { minLength = 0, maxLength, minimum, maximum, format } = rule;
  const tried: readonly Break[] = [
    ...WRONG_TYPES.map((value) => ({ rule: "type" as const, value })),
    ...(minLength > 0 ? [{ rule: "minLength" as const, value: "x".repeat(minLength - 1) }] : []),
    ...(maxLength === undefined ? [] : [{ rule: "maxLength" as const, value: "x".repeat(maxLength + 1) }]),
    ...(minimum === undefined ? [] : [{ rule: "minimum" as const, value: minimum - 1 }]),
    ...(maximum === undefined ? [] : [{ rule: "maximum" as const, value: maximum + 1 }]),
    ...(rule.pattern ? WRONG_PATTERNS.map((value) => ({ rule: "pattern" as const, value })) : []),
    ...wrongFormats(format).map((value) => ({ rule: "format" as const, value })),
    ...(rule.enum ? [{ rule: "enum" as const, value: `${rule.enum[0]}x` }] : []),
  ];
  const check = createCheck(rule);
  // A value that is refused for something else says nothing about this constraint.
  return tried.filter(({ rule: broken, value }) => check(value)[0]?.rule === broken);
}

function wrongFormats(format: Format | undefined): readonly string[] {
  return (format && WRONG_FORMATS.get(format)) ?? [];
}
