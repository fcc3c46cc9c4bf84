import { describe } from "./describe.ts";
import { hasFormat } from "./format.ts";
import type { Issue } from "./issue.ts";
import { countCodePoints } from "./length.ts";
import { type PreparedRule, prepare } from "./prepare.ts";
import type { Rule, RuleName } from "./rule.ts";

type Path = readonly (string | number)[];

/** Returns every issue of a value, one for each field at most; none means that the value is valid. */
export type Check = (value: unknown) => Issue[];

/**
 * Makes the check for a rule. It throws nothing, coerces nothing, and changes nothing.
 * A member that is `undefined` counts as absent, as it does in JSON.
 */
export function createCheck(rule: Rule): Check {
  const prepared = prepare(rule);
  return function check(value: unknown): Issue[] {
    const issues: Issue[] = [];
    visit(prepared, value, [], issues);
    return issues;
  };
}

function visit(rule: PreparedRule, value: unknown, path: Path, issues: Issue[]): void {
  if (rule.members) visitObject(rule, rule.members, value, path, issues);
  else if (rule.items) visitArray(rule, rule.items, value, path, issues);
  else visitScalar(rule, value, path, issues);
}

function visitScalar(rule: PreparedRule, value: unknown, path: Path, issues: Issue[]): void {
  const broken = brokenRule(rule, value);
  if (broken) issues.push(describe(broken, path, value, rule.rule));
}

function visitObject(
  rule: PreparedRule,
  members: ReadonlyMap<string, PreparedRule>,
  value: unknown,
  path: Path,
  issues: Issue[],
): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    issues.push(describe("type", path, value, rule.rule));
    return;
  }
  const given = value as Record<string, unknown>;
  for (const name of rule.required) {
    if (!Object.hasOwn(given, name) || given[name] === undefined)
      issues.push(describe("required", [...path, name]));
  }
  for (const name of Object.keys(given)) {
    const member = members.get(name);
    // The path is built for issues and for nested values only: nearly every member is a valid scalar.
    if (member && !member.members && !member.items && !brokenRule(member, given[name])) continue;
    if (given[name] === undefined) continue;
    if (member) visit(member, given[name], [...path, name], issues);
    else if (rule.closed) issues.push(describe("unknown", [...path, name]));
  }
}

function visitArray(
  rule: PreparedRule,
  items: PreparedRule,
  value: unknown,
  path: Path,
  issues: Issue[],
): void {
  if (!Array.isArray(value)) {
    issues.push(describe("type", path, value, rule.rule));
    return;
  }
  for (const [index, item] of value.entries()) visit(items, item, [...path, index], issues);
}

function brokenRule(rule: PreparedRule, value: unknown): RuleName | undefined {
  if (rule.types ? !rule.types.some((type) => hasType(type, value)) : !hasType(rule.type, value))
    return "type";
  if (rule.values && !rule.values.includes(value)) return "enum";
  if (typeof value === "string") return brokenStringRule(rule, value);
  return typeof value === "number" ? brokenNumberRule(rule, value) : undefined;
}

function hasType(type: string, value: unknown): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "number") return Number.isFinite(value);
  return typeof value === type;
}

function brokenStringRule(rule: PreparedRule, value: string): RuleName | undefined {
  const { minLength, maxLength, pattern, format } = rule;
  if (value.length > maxLength && countCodePoints(value) > maxLength) return "maxLength";
  if (value.length < 2 * minLength && countCodePoints(value) < minLength) return "minLength";
  if (pattern && !pattern.test(value)) return "pattern";
  return format && !hasFormat(format, value) ? "format" : undefined;
}

function brokenNumberRule(rule: PreparedRule, value: number): RuleName | undefined {
  if (value < rule.minimum) return "minimum";
  return value > rule.maximum ? "maximum" : undefined;
}
