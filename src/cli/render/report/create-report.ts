import type { Plan } from "../../../bulk/plan/plan.ts";
import { createPrivateFile, preparePrivateFile } from "../../../bulk/record/private-file.ts";
import type { Totals } from "../../../bulk/record/totals.ts";
import type { FinishedEvent, RunEvent } from "../../../bulk/run-event.ts";
import { createFindings } from "../findings.ts";
import type { LeftBehind } from "../left-behind.ts";
import { type ReportFacts, renderPage } from "./page.ts";
import { createTimeline } from "./timeline.ts";

/** A page with more rows is no page for people; the file of rejects has them all. */
const MAX_LISTED = 1_000;

/** A chart with more is no finer on a screen. */
const MAX_POINTS = 300;

export interface ReportOptions extends Pick<ReportFacts, "destination" | "remedies" | "effect"> {
  readonly file: string;
  /** In which times are shown, as an IANA name. Default: that of the machine. */
  readonly timeZone?: string | undefined;
}

/** The page that a run leaves for people to look at. Memory does not grow with the rows. */
export interface Report {
  readonly add: (event: RunEvent) => void;
  /** Writes the page, readable by its owner alone; to be called on interruption too, whatever the run came to. */
  readonly write: (left: LeftBehind) => void;
}

/** Throws `FileError` or Node's errors where the file cannot be written. */
export function createReport({ file, timeZone, ...options }: ReportOptions): Report {
  const findings = createFindings(MAX_LISTED);
  const timeline = createTimeline(MAX_POINTS);
  let plan: Pick<Plan, "source" | "counts"> | undefined;
  let lastTotals: Totals | undefined;
  let finished: FinishedEvent | undefined;
  preparePrivateFile(file);

  function add(event: RunEvent): void {
    findings.add(event);
    if (event.type === "planned") plan = { source: event.source, counts: event.counts };
    if (event.type === "finished") finished = event;
    if (event.type !== "progress") return;
    timeline.add(event);
    if (event.phase === "pushing") lastTotals = event.totals;
  }
  function write(left: LeftBehind): void {
    const points = timeline.points();
    const page = createPrivateFile(file);
    page.write(renderPage({ ...options, timeZone, plan, lastTotals, finished, findings, points, left }));
    page.finish();
  }
  return { add, write };
}
