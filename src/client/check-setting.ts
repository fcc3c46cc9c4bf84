import { createCheck } from "../contract/check.ts";
import type { ScalarRule } from "../contract/rule.ts";
import { ConfigurationError } from "./errors.ts";

/** Checks a setting by the rule of the document; throws `ConfigurationError`, without the value where that is a secret. */
export function checkSetting(name: string, value: string | undefined, rule: ScalarRule): string {
  const check = createCheck({
    type: "object",
    closed: false,
    required: [name],
    properties: { [name]: rule },
  });
  // An environment variable that is not set is often passed on as an empty text.
  const [issue] = check({ [name]: value || undefined });
  if (issue) throw new ConfigurationError({ message: issue.message, setting: name });
  if (/^\s|\s$/.test(value as string)) {
    const message = `\`${name}\` begins or ends with a blank or a line break, as what is read from a file does`;
    throw new ConfigurationError({ message, setting: name });
  }
  return value as string;
}
