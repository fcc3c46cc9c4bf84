import type { Check } from "../contract/check.ts";
import { ConfigurationError } from "./errors.ts";

type Values = Readonly<Record<string, unknown>>;

/**
 * The settings of some names, by default where they are not given; throws `ConfigurationError` for the first that a check has
 * something against. One that nobody reads is refused, too: it would be ignored, and a misspelt `baseUrl` would send people to the
 * usual server. TypeScript finds it as well, where it is asked.
 */
export function completeSettings(
  given: object,
  names: readonly string[],
  defaults: object,
  check: Check,
): Values {
  const settings = Object.fromEntries(
    names.map((name) => {
      const value = (given as Values)[name] ?? (defaults as Values)[name];
      // An environment variable that is not set is often passed on as an empty text.
      return [name, value === "" ? undefined : value];
    }),
  );
  const unknown = Object.keys(given)
    .filter((name) => !names.includes(name))
    .map((field) => ({ field, message: `${field} is not a setting; there are ${names.join(", ")}` }));
  const [issue] = [...unknown, ...check(settings)];
  if (issue) throw new ConfigurationError({ message: issue.message, setting: issue.field });
  return settings;
}
