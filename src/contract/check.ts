import { describe } from "./describe.ts";
import type { Issue } from "./issue.ts";
import { countCodePoints } from "./length.ts";
import { type PreparedMembers, type PreparedRule, prepare } from "./prepare.ts";
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
  const broken = brokenRule(rule, value);
  if (broken) issues.push(describe(broken, path, value, rule));
  else if (rule.members) visitMembers(rule, rule.members, value as Members, path, issues);
  else if (rule.items) {
    for (const [index, item] of (value as unknown[]).entries())
      visit(rule.items, item, [...path, index], issues);
  }
}

type Members = Readonly<Record<string, unknown>>;

function visitMembers(
  { required, closed }: PreparedRule,
  { first, byName }: PreparedMembers,
  value: Members,
  path: Path,
  issues: Issue[],
): void {
  for (const name of required) {
    if (!Object.hasOwn(value, name) || value[name] === undefined)
      issues.push(describe("required", [...path, name]));
  }
  // No list of names is made, and no path where it is not needed: nearly every member is a valid scalar.
  // Records keep to the order of the document mostly, and then no name is looked up.
  let next = first;
  for (const name in value) {
    const member = next?.name === name ? next : byName.get(name);
    const rule = member?.rule;
    const item = value[name];
    next = member?.next;
    if (rule && !rule.members && !rule.items && !brokenRule(rule, item)) continue;
    if (item === undefined || !Object.hasOwn(value, name)) continue;
    if (rule) visit(rule, item, [...path, name], issues);
    else if (closed) issues.push(describe("unknown", [...path, name]));
  }
}

function brokenRule(rule: PreparedRule, value: unknown): RuleName | undefined {
  const { type, enum: values } = rule;
  if (typeof type === "string" ? !hasType(type, value) : !type.some((one) => hasType(one, value)))
    return "type";
  if (values && !values.includes(value)) return "enum";
  if (typeof value === "string") return brokenStringRule(rule, value);
  if (typeof value !== "number") return undefined;
  if (value < rule.minimum) return "minimum";
  return value > rule.maximum ? "maximum" : undefined;
}

function hasType(type: string, value: unknown): boolean {
  if (type === "string") return typeof value === "string";
  if (type === "integer") return Number.isInteger(value);
  if (type === "number") return Number.isFinite(value);
  if (type === "array") return Array.isArray(value);
  return typeof value === type && value !== null && !Array.isArray(value);
}

function brokenStringRule(rule: PreparedRule, value: string): RuleName | undefined {
  const { minLength, maxLength, pattern, format } = rule;
  if (value.length > maxLength && countCodePoints(value) > maxLength) return "maxLength";
  if (value.length < 2 * minLength && countCodePoints(value) < minLength) return "minLength";
  if (pattern && !pattern.test(value)) return "pattern";
  return format && !format.test(value) ? "format" : undefined;
}
