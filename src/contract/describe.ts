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
  const came = broken === "type" || !rule || rule.sensitive ? kindOf(value) : cut(JSON.stringify(value));
  switch (broken) {
    case "required":
      return "is required and is missing";
    case "unknown":
      return "is not known here";
    case "type":
      return `must be ${[rule.type].flat().map(withArticle).join(" or ")}, and ${came} came`;
    case "maxLength":
      return `has ${characters(value)}, the limit is ${rule.maxLength}`;
    case "minLength":
      return value === "" ? "is empty" : `has ${characters(value)}, at least ${rule.minLength} are needed`;
    case "minimum":
      return `must be at least ${rule.minimum}, and ${came} came`;
    case "maximum":
      return `must be at most ${rule.maximum}, and ${came} came`;
    case "pattern":
      return `must match ${rule.pattern?.source}, and ${came} came`;
    case "format":
      return `must be ${rule.format?.expected}, and ${came} came`;
    case "enum":
      return `must be ${rule.enum?.join(" or ")}, and ${came} came`;
  }
}

function characters(value: unknown): string {
  const count = countCodePoints(String(value));
  return count === 1 ? "1 character" : `${count} characters`;
}

/** What came, without its value. */
function kindOf(value: unknown): string {
  if (typeof value === "string") return `text of ${characters(value)}`;
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  if (typeof value !== "number" || Number.isInteger(value)) return withArticle(typeof value);
  return Number.isFinite(value) ? "a fraction" : String(value);
}

function withArticle(type: string): string {
  return `${/^[aeiou]/.test(type) ? "an" : "a"} ${type}`;
}
