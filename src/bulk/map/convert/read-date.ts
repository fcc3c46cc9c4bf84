import { DATE } from "../../../contract/format.ts";
import { type Century, completeYear } from "./century.ts";
import { type DateFormat, MONTHS } from "./date-format.ts";

interface ReadDateOptions {
  /** No two of one shape. */
  readonly formats: readonly DateFormat[];
  /** Needed where a format has a year of two digits. */
  readonly century: Century | undefined;
  /** As `YYYY-MM-DD`. */
  readonly today: string;
}

/** Reads a date by the format that fits, into `YYYY-MM-DD`; nothing where none does, or where no calendar has it. */
export function readDate(text: string, { formats, century, today }: ReadDateOptions): string | undefined {
  for (const { pattern } of formats) {
    const elements = pattern.exec(text)?.groups;
    if (!elements) continue;
    const monthAndDay = `${monthOf(elements)}-${elements["DD"]?.padStart(2, "0")}`;
    const { YYYY, YY: year = "" } = elements;
    const date =
      century && !YYYY ? completeYear({ century, year, monthAndDay, today }) : `${YYYY}-${monthAndDay}`;
    return DATE.test(date) ? date : undefined;
  }
  return undefined;
}

function monthOf({ MM, MON = "" }: Readonly<Record<string, string | undefined>>): string {
  return (MM ?? String(MONTHS.indexOf(MON.toUpperCase()) + 1)).padStart(2, "0");
}
