import type { Place } from "../../bulk/plan/plan.ts";
import type { Reason } from "../../bulk/reason.ts";
import { maskMessage, showKey, showText } from "./show-text.ts";

/** More kinds of reasons are not told apart: an API may word each of its refusals anew. */
const MAX_GROUPS = 100;

/** What may differ among messages of one kind; `…` stands where it did. A code point and a name in backticks are no numbers. */
const NUMBERS = /((?<!(?:U\+|`)\w*)\d+|…)/;

/** Where a row stands, and of whom it is. */
export interface NamedRow extends Place {
  readonly key: string;
}

/** Rows of which one thing was said. */
export interface ReasonGroup {
  readonly field: string | undefined;
  readonly code: number | undefined;
  /** Whether the API said so; it was found before sending otherwise. */
  readonly answered: boolean;
  /** The reason, with `…` for each number in which the rows differ. */
  readonly message: string;
  readonly count: number;
  /** The first of them, by place. */
  readonly rows: readonly NamedRow[];
}

/** Counts rows by their reasons, and names the first `maxNamed` of each. Memory does not grow with the rows. */
export function createReasonGroups(maxNamed = 0) {
  const groups = new Map<string, Counting>();

  function add(reason: Reason, row?: Place & { readonly key?: string | undefined }): void {
    const group = groupOf(reason);
    group.count += 1;
    if (row && group.rows.length < maxNamed) group.rows.push(toNamedRow(row));
  }
  function groupOf({ field, code, answered = false, message }: Reason): Counting {
    const shown = showText(maskMessage(message));
    const parts = shown.split(NUMBERS).filter((_, index) => index % 2 === 0);
    const key = JSON.stringify([field, code, answered, parts]);
    const group = groups.get(key);
    if (!group) return begin(key, { field, code, answered, message: shown });
    group.message = blend(group.message, shown);
    return group;
  }
  function begin(key: string, what: What): Counting {
    if (groups.size < MAX_GROUPS) return keep(key, { ...what, count: 0, rows: [] });
    return groups.get(OTHER.message) ?? keep(OTHER.message, { ...OTHER, count: 0, rows: [] });
  }
  function keep(key: string, group: Counting): Counting {
    groups.set(key, group);
    return group;
  }
  /** The largest first. */
  function list(): readonly ReasonGroup[] {
    return [...groups.values()]
      .map((group) => ({ ...group, rows: group.rows.toSorted(byPlace) }))
      .toSorted((one, other) => other.count - one.count);
  }
  return { add, list };
}

type What = Omit<ReasonGroup, "count" | "rows">;
type Counting = { -readonly [Name in keyof What]: What[Name] } & { count: number; rows: NamedRow[] };

const OTHER: What = { field: undefined, code: undefined, answered: false, message: "other reasons" };

/** Keys are cut before they are kept. */
function toNamedRow({ file, line, key = "" }: Place & { readonly key?: string | undefined }): NamedRow {
  return { file, line, key: showKey(key) };
}

export function byPlace(one: Place, other: Place): number {
  return one.file.localeCompare(other.file) || one.line - other.line;
}

/** What two messages share, number by number. */
function blend(one: string, other: string): string {
  if (one === other) return one;
  const others = other.split(NUMBERS);
  return one
    .split(NUMBERS)
    .map((part, index) => (part === others[index] ? part : "…"))
    .join("");
}
