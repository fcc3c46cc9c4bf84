import { type Check, createCheck } from "../contract/check.ts";
import type { ScalarRule } from "../contract/rule.ts";
import { ConfigurationError } from "./errors.ts";

/** Makes the check of settings that are all required. */
export function createSettingsCheck(properties: Readonly<Record<string, ScalarRule>>): Check {
  return createCheck({ type: "object", closed: false, required: Object.keys(properties), properties });
}

/** Throws `ConfigurationError` for the first setting that a check has something against. */
export function refuseWrong(check: Check, given: object): void {
  const [issue] = check(given);
  if (issue) throw new ConfigurationError({ message: issue.message, setting: issue.field });
}
