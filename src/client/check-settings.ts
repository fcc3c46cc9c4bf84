import { createCheck } from "../contract/check.ts";
import type { ScalarRule } from "../contract/rule.ts";
import { ConfigurationError } from "./errors.ts";

/** Checks settings by the rules of the document; throws `ConfigurationError`, without the value of a secret. */
export function checkSettings(
  given: Readonly<Record<string, string | undefined>>,
  rules: Readonly<Record<string, ScalarRule>>,
): void {
  const required = Object.keys(rules);
  // An environment variable that is not set is often passed on as an empty text.
  const values = Object.fromEntries(required.map((name) => [name, given[name] || undefined]));
  const [issue] = createCheck({ type: "object", closed: false, required, properties: rules })(values);
  if (issue) throw new ConfigurationError({ message: issue.message, setting: issue.field });
  const ragged = required.find((name) => /^\s|\s$/.test(given[name] as string));
  if (ragged === undefined) return;
  const message = `\`${ragged}\` begins or ends with a blank or a line break, as what is read from a file does`;
  throw new ConfigurationError({ message, setting: ragged });
}
