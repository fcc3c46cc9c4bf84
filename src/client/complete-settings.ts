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
  return function complete(given, defaults = {}) {
    const settings: Record<string, unknown> = { ...given };
    // By name: what is inherited, or the getter of a class gives, is found in no other way.
    for (const name in rules) {
      const value = (given as Values)[name] ?? (defaults as Values)[name];
      // An empty variable of the environment is often passed on. It must not mean the usual server.
      settings[name] = value === "" && required.includes(name) ? undefined : value;
    }
    const issues = check(settings);
    // Of a misspelt name, the name says more than what is missing by it.
    const issue = issues.find(({ rule }) => rule === "unknown") ?? issues[0];
    if (!issue) return settings;
    const more = issue.rule === "unknown" ? `; there are ${Object.keys(rules).join(", ")}` : "";
    throw new ConfigurationError({ message: issue.message + more, setting: issue.field });
  };
}
