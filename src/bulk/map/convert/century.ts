/** How a year of two digits becomes one of four. */
export type Century =
  /** The latest such date that is not in the future. */
  | { readonly rule: "past" }
  /** Up to the pivot it is 20xx, above it 19xx. */
  | { readonly rule: "pivot"; readonly pivot: number };

export const CENTURY_HINT = "`past`, or `pivot` and two digits as in `pivot 26`";

/** Reads `past` or `pivot 26`; nothing where it is neither. */
export function parseCentury(text: string): Century | undefined {
  if (text === "past") return { rule: "past" };
  const pivot = /^pivot (\d\d)$/.exec(text)?.[1];
  return pivot === undefined ? undefined : { rule: "pivot", pivot: Number(pivot) };
}

/**
 * The date, as `YYYY-MM-DD`, of a year of two digits. `today` is a date of that form too: dates are compared as they are
 * written, so that no time zone moves one.
 */
export function completeYear({
  century,
  year,
  monthAndDay,
  today,
}: {
  century: Century;
  year: string;
  monthAndDay: string;
  today: string;
}): string {
  const recent = `20${year}-${monthAndDay}`;
  const isRecent = century.rule === "past" ? recent <= today : Number(year) <= century.pivot;
  return isRecent ? recent : `19${year}-${monthAndDay}`;
}
