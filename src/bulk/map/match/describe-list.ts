import { showName } from "../../../contract/show-name.ts";

const MAX_NAMES = 40;

/** Names that came from outside, fit for a message and bounded. */
export function describeList(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMES).map((name) => showName(name.trim()));
  const more = names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : "";
  return `${shown.join(", ") || "nothing"}${more}`;
}
