import { type Check, createCheck } from "../contract/check.ts";
import type { ScalarRule } from "../contract/rule.ts";
import { ConfigurationError } from "./errors.ts";

type Settings = Readonly<Record<string, unknown>>;

/** Throws `ConfigurationError` for the first setting that a check has something against. */
export function refuseWrong(check: Check, given: object): void {
  const [issue] = check(given);
  if (issue) throw new ConfigurationError({ message: issue.message, setting: issue.field });
}

/** Checks settings that are all required, by the rules of the document; throws without the value of a secret. */
export function checkSettings(given: Settings, properties: Readonly<Record<string, ScalarRule>>): void {
  const required = Object.keys(properties);
  // An environment variable that is not set is often passed on as an empty text.
  const values = Object.fromEntries(required.map((name) => [name, given[name] || undefined]));
  refuseWrong(createCheck({ type: "object", closed: false, required, properties }), values);
  const ragged = required.find((name) => /^\s|\s$/.test(given[name] as string));
  if (ragged === undefined) return;
  const message = `\`${ragged}\` begins or ends with a blank or a line break, as what is read from a file does`;
  throw new ConfigurationError({ message, setting: ragged });
}
