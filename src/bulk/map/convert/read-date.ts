import { DATE } from "../../../contract/format.ts";
import { type Century, completeYear } from "./century.ts";
import { type DateFormat, MONTHS } from "./date-format.ts";
import type { Refusal } from "./refusal.ts";

interface ReadDateOptions {
  /** No two of one shape. */
  readonly formats: readonly DateFormat[];
  /** Needed where a format has a year of two digits. */
  readonly century: Century | undefined;
  /** As `YYYY-MM-DD`. */
  readonly today: string;
}

/** Reads a date by the format that fits, into `YYYY-MM-DD`; nothing where none does. */
export function readDate(
  value: string,
  { formats, century, today }: ReadDateOptions,
): string | Refusal | undefined {
  for (const { pattern, text } of formats) {
    const elements = pattern.exec(value)?.groups;
    if (!elements) continue;
    const monthAndDay = `${monthOf(elements)}-${elements["DD"]?.padStart(2, "0")}`;
    const { YYYY, YY: year = "" } = elements;
    const date =
      century && !YYYY ? completeYear({ century, year, monthAndDay, today }) : `${YYYY}-${monthAndDay}`;
    return DATE.test(date) ? date : { refused: `has the form ${text}, and there is no such day` };
  }
  return undefined;
}

function monthOf({ MM, MON = "" }: Readonly<Record<string, string | undefined>>): string {
  return (MM ?? String(MONTHS.indexOf(MON.toUpperCase()) + 1)).padStart(2, "0");
}
