import type { Totals } from "../../bulk/record/totals.ts";
import type { FinishedEvent, RunEvent, Stop } from "../../bulk/run-event.ts";
import type { Effect } from "../../contract/operation.ts";
import { HOW_TO_CONTINUE, renderRemedies, uncertainAdvice } from "./advice.ts";
import { countOf, showCount, sortTally } from "./counts.ts";
import { createFindings, type Listing } from "./findings.ts";
import { type LeftBehind, renderLeftBehind } from "./left-behind.ts";
import { showDuration } from "./show-duration.ts";
import { showReason, showText } from "./show-text.ts";
import { alignColumns, createPlacer, section } from "./text-table.ts";
import { renderWarnings } from "./warnings.ts";

/** So many rows are listed at most, however long a list may be: the file of rejects has them all. */
const MAX_LISTED = 1_000;

export interface RunSummaryOptions {
  /** Rows of each kind that are listed; the others are counted. At most 1,000, and 10 of each kind of warning. */
  readonly maxListed: number;
  /** What to do about each fault of the API. */
  readonly remedies: Readonly<Record<number, string>>;
  /** What a push does to the person: it decides what becomes of those who are uncertain. */
  readonly effect: Effect;
  /** Whether it leaves out what was left out on purpose, and files that nobody has to open. Default: false. */
  readonly quiet?: boolean;
}

/** Gathers what a run says, and renders its end: the rows that need somebody, what to do, how to go on, and the sum. */
export interface RunSummary {
  readonly add: (event: RunEvent) => void;
  /** Text of several lines, once the run is finished; it ends with the sum. */
  readonly render: (left: LeftBehind) => string;
}

export function createRunSummary({
  maxListed,
  remedies,
  effect,
  quiet = false,
}: RunSummaryOptions): RunSummary {
  const findings = createFindings(Math.min(maxListed, MAX_LISTED));
  let finished: FinishedEvent | undefined;

  function add(event: RunEvent): void {
    findings.add(event);
    if (event.type === "finished") finished = event;
  }
  function render(left: LeftBehind): string {
    if (!finished) throw new Error("a run that is not finished has no summary");
    const { totals, skipped, missing, stop, durationMs } = finished;
    return [
      ...renderWarnings(findings.warnings()),
      ...list("Uncertain", findings.uncertain(), uncertainAdvice(effect)),
      ...list("Rejected", findings.rejected()),
      ...renderRemedies(findings.reasons(), remedies),
      ...(quiet ? [] : tally("Skipped", sortTally(skipped))),
      ...renderMissing(missing),
      ...(quiet && !left.rejects ? [] : renderLeftBehind(left)),
      ...renderStop(stop),
      `${renderSum(totals)}, in ${showDuration(durationMs)}`,
    ].join("\n");
  }
  return { add, render };
}

function list(title: string, { rows, count }: Listing, note = ""): string[] {
  const placeOf = createPlacer(rows);
  const cells = rows.map((finding) => [
    placeOf(finding),
    finding.key,
    finding.reasons.map(showReason).join("; "),
  ]);
  return section({ title, count, rows: cells, note });
}

function tally(title: string, counts: readonly [string, number][]): string[] {
  const width = Math.max(0, ...counts.map(([, count]) => showCount(count).length));
  const rows = counts.map(([name, count]) => [showCount(count).padStart(width), name]);
  return rows.length > 0 ? [title, ...alignColumns(rows).map((line) => `  ${line}`), ""] : [];
}

function renderMissing(missing: number): string[] {
  if (missing === 0) return [];
  const people =
    missing === 1
      ? "1 person who was pushed before is"
      : `${countOf(missing, "person", "people")} who were pushed before are`;
  return [`Missing: ${people} not in the file any more. Nobody is deleted there; a plan names them.`, ""];
}

function renderStop(stop: Stop | undefined): string[] {
  return stop ? [`Stopped: ${showText(stop.message)}`, HOW_TO_CONTINUE[stop.reason], ""] : [];
}

function renderSum({ read, pushed, unchanged, skipped, rejected, uncertain, notAttempted }: Totals): string {
  const parts = { pushed, unchanged, skipped, rejected, uncertain, "not attempted": notAttempted };
  const sum = Object.entries(parts).map(([name, count]) => `${showCount(count)} ${name}`);
  return `${showCount(read)} read = ${sum.join(" + ")}`;
}
