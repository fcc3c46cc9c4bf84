import type { Place } from "../../bulk/plan/plan.ts";
import type { Reason } from "../../bulk/reason.ts";
import type { RowEvent, RunEvent } from "../../bulk/run-event.ts";
import { createReasonGroups, type ReasonGroup } from "./reason-groups.ts";
import { maskMessage, showText } from "./show-text.ts";

/** A row that somebody should look at. */
export interface Finding extends Place {
  readonly key: string;
  readonly reasons: readonly Reason[];
  readonly warnings: readonly string[];
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
  /** Sent all the same. */
  readonly warned: () => Listing;
  readonly reasons: () => readonly ReasonGroup[];
}

/** Keeps the first `maxListed` of each kind. */
export function createFindings(maxListed: number): Findings {
  const kept = {
    rejected: createList(maxListed),
    uncertain: createList(maxListed),
    warned: createList(maxListed),
  };
  const groups = createReasonGroups();

  function add(event: RunEvent): void {
    if (event.type !== "row") return;
    if (event.fate === "rejected" || event.fate === "uncertain") kept[event.fate].add(event);
    else if (event.warnings.length > 0) kept.warned.add(event);
    if (event.fate === "rejected") for (const reason of event.reasons) groups.add(reason);
  }
  return {
    add,
    rejected: kept.rejected.list,
    uncertain: kept.uncertain.list,
    warned: kept.warned.list,
    reasons: groups.list,
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
function toFinding({ file, line, key = "", reasons, warnings }: RowEvent): Finding {
  return {
    ...{ file, line, key: showText(key) },
    reasons: reasons.map((reason) => ({ ...reason, message: showText(maskMessage(reason.message)) })),
    warnings: warnings.map((warning) => showText(maskMessage(warning))),
  };
}

function byPlace(one: Place, other: Place): number {
  return one.file.localeCompare(other.file) || one.line - other.line;
}
