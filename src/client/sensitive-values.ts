import type { ArrayRule, ObjectRule, Rule } from "../contract/rule.ts";

/** The text of every sensitive field of a value: what must not be seen when an answer echoes it. */
export function sensitiveValues(rule: Rule | undefined, value: unknown): string[] {
  if (typeof value === "string" || typeof value === "number") return rule?.sensitive ? [String(value)] : [];
  const { items, properties } = (rule ?? {}) as Partial<ArrayRule> & Partial<ObjectRule>;
  return Object.entries(value ?? {}).flatMap(([name, member]) =>
    sensitiveValues(items ?? properties?.[name], member),
  );
}
