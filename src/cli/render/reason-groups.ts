import type { Reason } from "../../bulk/reason.ts";
import { maskMessage, showText } from "./show-text.ts";

/** More kinds of reasons are not told apart: an API may word each of its refusals anew. */
const MAX_GROUPS = 100;

/** What may differ among messages of one kind; `…` stands where it did. */
const NUMBERS = /(\d+|…)/;

/** Rows that were rejected for one reason. */
export interface ReasonGroup {
  readonly field: string | undefined;
  readonly code: number | undefined;
  /** The reason, with `…` for each number in which the rows differ. */
  readonly message: string;
  readonly count: number;
}

/** Counts rows by their reasons. Memory does not grow with the rows. */
export function createReasonGroups() {
  const groups = new Map<string, Counting>();

  function add({ field, code, message }: Reason): void {
    const shown = showText(maskMessage(message));
    const key = JSON.stringify([field, code, shown.split(NUMBERS).filter((_, index) => index % 2 === 0)]);
    const group = groups.get(key);
    if (group) group.message = blend(group.message, shown);
    (group ?? begin(key, { field, code, message: shown, count: 0 })).count += 1;
  }
  function begin(key: string, group: ReasonGroup): Counting {
    if (groups.size < MAX_GROUPS) return keep(key, { ...group });
    return groups.get(OTHER.message) ?? keep(OTHER.message, { ...OTHER });
  }
  function keep(key: string, group: Counting): Counting {
    groups.set(key, group);
    return group;
  }
  /** The largest first. */
  function list(): readonly ReasonGroup[] {
    return [...groups.values()].toSorted((one, other) => other.count - one.count);
  }
  return { add, list };
}

type Counting = { -readonly [Name in keyof ReasonGroup]: ReasonGroup[Name] };

const OTHER: ReasonGroup = { field: undefined, code: undefined, message: "other reasons", count: 0 };

/** What two messages share, number by number. */
function blend(one: string, other: string): string {
  if (one === other) return one;
  const others = other.split(NUMBERS);
  return one
    .split(NUMBERS)
    .map((part, index) => (part === others[index] ? part : "…"))
    .join("");
}
