import type { PastRun } from "../bulk/state/state.ts";
import { showCount } from "./render/counts.ts";
import { showDuration } from "./render/show-duration.ts";
import { showText } from "./render/show-text.ts";

const STOPS: Readonly<Record<string, string>> = {
  braked: "stopped by a brake",
  refused: "refused by the API",
  unreachable: "the API could not be reached",
  failing: "the API only failed, or asked to wait",
  interrupted: "interrupted",
  fileChanged: "the file changed meanwhile",
  brokenOff: "ended by an error",
};

/** A run, and, where it is not finished, whether it is going on or was killed. */
export type ToldRun = PastRun & { readonly running?: boolean };

/** One earlier run on one line: when, of what, how it ended, and what became of its rows. */
export function describeRun({ startedAt, finishedAt, source, stop, totals, running }: ToldRun): string {
  const when = new Date(startedAt).toISOString().slice(0, 16).replace("T", " ");
  const took = finishedAt === undefined ? "" : ` in ${showDuration(finishedAt - startedAt)}`;
  const unfinished = running ? "going on" : "killed before its end";
  const end = finishedAt === undefined ? unfinished : endOf(stop);
  return [`${when}Z`, showText(source), `${end}${took}`, describeTotals(totals)].filter(Boolean).join("  ");
}

function endOf(stop: string | undefined): string {
  return stop === undefined ? "finished" : (STOPS[stop] ?? showText(stop));
}

function describeTotals(totals: PastRun["totals"] = {}): string {
  const { read, ...rest } = totals;
  const parts = Object.entries(rest).filter(([, count]) => count > 0);
  if (read === undefined) return "";
  return `${showCount(read)} read: ${parts.map(([name, count]) => `${showCount(count)} ${words(name)}`).join(", ")}`;
}

/** `notAttempted` as people write it. */
function words(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
