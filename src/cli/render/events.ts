import type { RunEvent } from "../../bulk/run-event.ts";
import { maskMessage } from "./show-text.ts";

/** The version of the lines that `--json` prints; it grows when a member is removed, or changes its meaning. */
const VERSION = 1;

/** Members that hold messages, wherever they stand in an event. */
const MESSAGES = ["message", "warnings"];

/** An event of a run, a plan included, as one line of JSON. Messages quote no values, as in all that is shown. */
export function renderEvent(event: RunEvent): string {
  return JSON.stringify({ v: VERSION, ...event }, saysNothing(event) ? undefined : maskMember);
}

/** Nearly every line of a run is of somebody of whom there is nothing to say; looking at each member would double its cost. */
function saysNothing(event: RunEvent): boolean {
  return event.type === "row" && event.reasons.length === 0 && event.warnings.length === 0;
}

function maskMember(this: unknown, name: string, value: unknown): unknown {
  if (!MESSAGES.includes(name)) return value;
  if (Array.isArray(value)) return value.map((one) => (typeof one === "string" ? maskMessage(one) : one));
  return typeof value === "string" ? maskMessage(value) : value;
}
