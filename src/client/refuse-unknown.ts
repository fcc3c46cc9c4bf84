import { ConfigurationError } from "./errors.ts";

/** Fewer letters in common are chance. */
const MIN_ALIKE = 3;

/**
 * Refuses a setting that nobody reads: it would be ignored, and a misspelt `baseUrl` would send people to the usual server.
 * TypeScript finds it too, where it is asked. The message names the setting that was probably meant.
 */
export function refuseUnknown(given: object, known: readonly string[]): void {
  const unknown = Object.keys(given).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const [nearest = ""] = known.toSorted((one, other) => likeness(other, unknown) - likeness(one, unknown));
  const hint = likeness(nearest, unknown) < MIN_ALIKE ? "" : `; did you mean ${nearest}?`;
  throw new ConfigurationError({ message: `${unknown} is not a setting${hint}`, setting: unknown });
}

/** How many letters two names have in common at their beginning or at their end. */
function likeness(one: string, other: string): number {
  const [short = "", long = ""] = [one.toLowerCase(), other.toLowerCase()].sort(
    (a, b) => a.length - b.length,
  );
  let count = short.length;
  while (!long.startsWith(short.slice(0, count)) && !long.endsWith(short.slice(-count))) count -= 1;
  return count;
}
