import { createCheck } from "../contract/check.ts";
import type { Rule, ScalarRule } from "../contract/rule.ts";
import { ConfigurationError } from "./errors.ts";

type Values = Readonly<Record<string, unknown>>;

/** What each setting must be: what is no JSON, by its `typeof`. */
export type SettingRules = Readonly<
  Record<string, ScalarRule | { readonly type: string | readonly string[] }>
>;

/**
 * Makes what completes settings: those that are given, and of the others the defaults, all of them checked. It throws
 * `ConfigurationError` for the first that is missing or impossible. One that nobody reads is refused, too: it would be ignored,
 * and a misspelt `baseUrl` would send people to the usual server. TypeScript finds it as well, where it is asked.
 */
export function createCompletion(
  rules: SettingRules,
  required: readonly string[] = [],
): (given: object, defaults?: object) => Values {
  const properties = rules as Readonly<Record<string, Rule>>;
  const check = createCheck({ type: "object", closed: true, required, properties });
  return function complete(given, defaults) {
    // An environment variable that is not set is often passed on as an empty text.
    const present = Object.entries(given).filter(([, value]) => value !== undefined && value !== "");
    const settings = { ...defaults, ...Object.fromEntries(present) };
    const [issue] = check(settings);
    if (!issue) return settings;
    const more = issue.rule === "unknown" ? `; there are ${Object.keys(rules).join(", ")}` : "";
    throw new ConfigurationError({ message: issue.message + more, setting: issue.field });
  };
}
