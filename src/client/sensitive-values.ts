import type { ArrayRule, ObjectRule, Rule } from "../contract/rule.ts";

/** The text of every sensitive field of a value: what must not be seen when an answer echoes it. */
export function sensitiveValues(rule: Rule | undefined, value: unknown): string[] {
  if (typeof value === "string" || typeof value === "number") return rule?.sensitive ? [String(value)] : [];
  if (Array.isArray(value))
    return value.flatMap((item) => sensitiveValues((rule as ArrayRule | undefined)?.items, item));
  if (typeof value !== "object" || value === null) return [];
  const { properties = {} } = (rule ?? {}) as Partial<ObjectRule>;
  return Object.entries(value).flatMap(([name, member]) => sensitiveValues(properties[name], member));
}
