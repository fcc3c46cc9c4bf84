import type { Issue } from "./issue.ts";
import { countCodePoints } from "./length.ts";
import type { PreparedRule } from "./prepare.ts";
import type { RuleName } from "./rule.ts";
import { cut, showName } from "./show-name.ts";

/** Makes the issue for one broken rule: what was expected, and what came. */
export function describe(
  broken: RuleName,
  path: readonly (string | number)[],
  value?: unknown,
  rule?: PreparedRule,
): Issue {
  const field = path.map(part).join("");
  const subject = path.length > 0 ? `\`${field}\`` : "the record";
  return {
    message: `${subject} ${sentence(broken, value, rule as PreparedRule)}`,
    path,
    field,
    rule: broken,
  };
}

function part(step: string | number, index: number): string {
  if (typeof step === "number") return `[${step}]`;
  const name = showName(step);
  return index === 0 ? name : `.${name}`;
}

function sentence(broken: RuleName, value: unknown, rule: PreparedRule): string {
  switch (broken) {
    case "required":
      return "is required and is missing";
    case "unknown":
      return "is not a field of this request";
    case "type":
      return `must be ${expectedType(rule)}, and ${actualType(value)} came`;
    case "maxLength":
      return `has ${characters(value)}, the limit is ${rule.maxLength}`;
    case "minLength":
      return value === "" ? "is empty" : `has ${characters(value)}, at least ${rule.minLength} are needed`;
    case "minimum":
      return `must be at least ${rule.minimum}, and ${shown(value, rule)} came`;
    case "maximum":
      return `must be at most ${rule.maximum}, and ${shown(value, rule)} came`;
    case "pattern":
      return `must match ${rule.pattern?.source}, and ${shown(value, rule)} came`;
    case "format":
      return `must be ${rule.format?.expected}, and ${shown(value, rule)} came`;
    case "enum":
      return `must be ${rule.enum?.join(" or ")}, and ${shown(value, rule)} came`;
  }
}

function shown(value: unknown, rule: PreparedRule): string {
  if (rule.sensitive) return typeof value === "string" ? `text of ${characters(value)}` : `a ${typeof value}`;
  return cut(JSON.stringify(value));
}

function characters(value: unknown): string {
  const count = countCodePoints(String(value));
  return count === 1 ? "1 character" : `${count} characters`;
}

function expectedType(rule: PreparedRule): string {
  return [rule.type].flat().map(withArticle).join(" or ");
}

function actualType(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null || (typeof value === "number" && !Number.isFinite(value))) return String(value);
  if (Array.isArray(value)) return "an array";
  return typeof value === "number" && !Number.isInteger(value) ? "a fraction" : withArticle(typeof value);
}

function withArticle(type: string): string {
  return `${/^[aeiou]/.test(type) ? "an" : "a"} ${type}`;
}
