import type { ArrayRule, Format, ObjectRule, Rule, ScalarRule } from "./rule.ts";

/**
 * A rule with every member present and in one order. Rules name only what they constrain, so that a generated table
 * reads well; engines run several times faster over objects of one shape, and a roster has millions of values.
 */
export interface PreparedRule {
  readonly rule: Rule;
  readonly type: string;
  readonly types: readonly string[] | undefined;
  readonly minLength: number;
  readonly maxLength: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly pattern: RegExp | undefined;
  readonly format: Format | undefined;
  readonly values: readonly unknown[] | undefined;
  readonly items: PreparedRule | undefined;
  readonly members: ReadonlyMap<string, PreparedRule> | undefined;
  readonly required: readonly string[];
  readonly closed: boolean;
}

export function prepare(rule: Rule): PreparedRule {
  const { type, minLength, maxLength, minimum, maximum, pattern, format, enum: values } = rule as ScalarRule;
  const { items } = rule as Partial<ArrayRule>;
  const { properties, required, closed } = rule as Partial<ObjectRule>;
  return {
    rule,
    type: typeof type === "string" ? type : "",
    types: typeof type === "string" ? undefined : type,
    minLength: minLength ?? 0,
    maxLength: maxLength ?? Number.POSITIVE_INFINITY,
    minimum: minimum ?? Number.NEGATIVE_INFINITY,
    maximum: maximum ?? Number.POSITIVE_INFINITY,
    pattern,
    format: format === "password" ? undefined : format,
    values,
    items: items && prepare(items),
    members:
      properties && new Map(Object.entries(properties).map(([name, member]) => [name, prepare(member)])),
    required: required ?? [],
    closed: closed ?? false,
  };
}
