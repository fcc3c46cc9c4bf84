import { inspect } from "node:util";

/** The error of a call that makes no sense: what is taken silently lets a test pass that tests nothing. */
export function unexpected(what: string, expected: string, came: unknown): TypeError {
  const shown = inspect(came, { depth: 1, breakLength: Number.POSITIVE_INFINITY });
  return new TypeError(`${what} must be ${expected}, and ${shown.slice(0, 100)} came`);
}

/** Throws for what is no object, and for a member that nobody reads. */
export function expectMembers(what: string, given: unknown, known: readonly string[]): void {
  const expected = `an object with ${known.join(", ")}`;
  if (typeof given !== "object" || given === null || Array.isArray(given))
    throw unexpected(what, expected, given);
  if (Object.keys(given).some((name) => !known.includes(name))) throw unexpected(what, expected, given);
}

/** Throws for a number that is none, or is out of bounds. Nothing is no mistake: it is the default. */
export function expectInteger(what: string, given: unknown, least: number, most: number): void {
  if (given === undefined || (Number.isInteger(given) && Number(given) >= least && Number(given) <= most))
    return;
  throw unexpected(what, `a whole number from ${least} to ${most}`, given);
}
