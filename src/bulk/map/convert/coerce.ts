import type { Rule } from "../../../contract/rule.ts";

/** What a cell that is not empty holds. */
export type Scalar = string | number | boolean;

export type Coerce = (value: Scalar) => Scalar;

const INTEGER = /^[+-]?\d+$/;
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ...["true", "yes", "y", "1"].map((text) => [text, true] as const),
  ...["false", "no", "n", "0"].map((text) => [text, false] as const),
]);

/**
 * Makes the step that gives a value the type that its field has. What cannot have it stays as it is: the check says then
 * what was expected. Where a rule leaves a choice of types, the value keeps the one that it came with.
 */
export function createCoerce({ type }: Pick<Rule, "type">): Coerce {
  switch (type) {
    case "string":
      return String;
    case "integer":
      return toInteger;
    case "number":
      return toNumber;
    case "boolean":
      return toBoolean;
    default:
      return (value) => value;
  }
}

/** A number too large to be exact stays text: another one would be sent in its place. */
function toInteger(value: Scalar): Scalar {
  if (typeof value !== "string" || !INTEGER.test(value.trim())) return value;
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

function toNumber(value: Scalar): Scalar {
  if (typeof value !== "string" || !NUMBER.test(value.trim())) return value;
  return Number.isFinite(Number(value)) ? Number(value) : value;
}

function toBoolean(value: Scalar): Scalar {
  return BOOLEANS.get(String(value).trim().toLowerCase()) ?? value;
}
