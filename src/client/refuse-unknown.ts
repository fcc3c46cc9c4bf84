import { ConfigurationError } from "./errors.ts";

/**
 * Refuses a setting that nobody reads: it would be ignored, and a misspelt `baseUrl` would send people to the usual server.
 * TypeScript finds it too, where it is asked. The message names the settings that there are.
 */
export function refuseUnknown(given: object, known: readonly string[]): void {
  const unknown = Object.keys(given).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const message = `${unknown} is not a setting; there are ${known.join(", ")}`;
  throw new ConfigurationError({ message, setting: unknown });
}
