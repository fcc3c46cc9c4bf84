import type { Reason } from "../../bulk/reason.ts";
import type { RowEvent, RunEvent } from "../../bulk/run-event.ts";
import { byPlace, createReasonGroups, type NamedRow, type ReasonGroup } from "./reason-groups.ts";
import { maskMessage, showKey, showText } from "./show-text.ts";

/** Warnings are often of all rows; some of each kind suffice to find what is odd. */
const MAX_WARNED = 10;

/** A row that somebody should look at. */
export interface Finding extends NamedRow {
  readonly reasons: readonly Reason[];
}

/** The first of many, by place, and how many there are. */
export interface Listing {
  readonly rows: readonly Finding[];
  readonly count: number;
}

/** Gathers from the events of a run what its end must tell of single rows. Memory does not grow with the rows. */
export interface Findings {
  readonly add: (event: RunEvent) => void;
  readonly rejected: () => Listing;
  readonly uncertain: () => Listing;
  /** Why rows were rejected. */
  readonly reasons: () => readonly ReasonGroup[];
  /** What is odd about rows that were sent all the same, with the first rows of each kind. */
  readonly warnings: () => readonly ReasonGroup[];
}

/** Keeps the first `maxListed` of each kind, and 10 at most of each kind of warning. */
export function createFindings(maxListed: number): Findings {
  const kept = { rejected: createList(maxListed), uncertain: createList(maxListed) };
  const reasons = createReasonGroups();
  const warnings = createReasonGroups(Math.min(maxListed, MAX_WARNED));

  function add(event: RunEvent): void {
    if (event.type !== "row") return;
    if (event.fate === "rejected" || event.fate === "uncertain") kept[event.fate].add(event);
    if (event.fate === "rejected") for (const reason of event.reasons) reasons.add(reason);
    if (event.fate === "pushed") for (const message of event.warnings) warnings.add({ message }, event);
  }
  return {
    add,
    rejected: kept.rejected.list,
    uncertain: kept.uncertain.list,
    reasons: reasons.list,
    warnings: warnings.list,
  };
}

function createList(maxListed: number) {
  const rows: Finding[] = [];
  let count = 0;
  function add(event: RowEvent): void {
    count += 1;
    if (rows.length < maxListed) rows.push(toFinding(event));
  }
  return { add, list: (): Listing => ({ rows: rows.toSorted(byPlace), count }) };
}

/** Texts are cut and masked before they are kept. */
function toFinding({ file, line, key = "", reasons }: RowEvent): Finding {
  return {
    ...{ file, line, key: showKey(key) },
    reasons: reasons.map((reason) => ({ ...reason, message: showText(maskMessage(reason.message)) })),
  };
}
