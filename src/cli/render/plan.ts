import type { Plan } from "../../bulk/plan/plan.ts";
import { countOf, showCount, showTally } from "./counts.ts";
import { type PlanListOptions, renderPlanLists } from "./plan-lists.ts";
import { showText } from "./show-text.ts";
import { alignColumns } from "./text-table.ts";

/** More columns are not named: a file of another kind has many. */
const MAX_COLUMNS = 20;

/** A plan as text for people: what a push would do, to whom, and what would stop it. Keys are the only values in it. */
export function renderPlan(plan: Plan, options: PlanListOptions): string {
  return [
    `What a push of ${showText(plan.source)} would do at ${showText(plan.destination)}. Nothing was sent.`,
    "",
    ...renderCounts(plan),
    "",
    ...renderPlanLists(plan, options),
    ...renderNotes(plan),
    ...renderBrakes(plan),
  ]
    .join("\n")
    .trimEnd();
}

function renderCounts({ counts, skipped, changedFields }: Plan): string[] {
  const { read, ...parts } = counts;
  const notes: Readonly<Record<string, string>> = {
    [counts.changed > 0 ? "changed" : "frozen"]: showTally(changedFields),
    skipped: showTally(skipped),
  };
  const rows = Object.entries(parts)
    .filter(([name, count]) => count > 0 || name === "new" || name === "changed")
    .map(([name, count]) => [showCount(count), NAMES[name as keyof typeof parts], notes[name] ?? ""]);
  const sum = [showCount(read), "read", ""];
  const width = Math.max(...[...rows, sum].map(([count = ""]) => count.length));
  const lines = alignColumns([...rows, sum].map(([count = "", ...rest]) => [count.padStart(width), ...rest]));
  return [...lines.slice(0, -1), "-".repeat(width), ...lines.slice(-1)].map((line) => `  ${line}`);
}

const NAMES: Readonly<Record<Exclude<keyof Plan["counts"], "read">, string>> = {
  new: "new",
  changed: "changed",
  again: "sent again",
  unchanged: "unchanged",
  frozen: "changed, not sent",
  uncertain: "uncertain, not sent",
  skipped: "skipped",
  rejected: "rejected",
};

/** The same for whoever asked for quiet: columns that are not sent are the same every night, what else is noted is not. */
export function withoutIgnored<Noted extends Pick<Plan, "ignoredColumns">>(plan: Noted): Noted {
  return { ...plan, ignoredColumns: [] };
}

/** What is not sent, and what else a person should know before anything is. */
export function describeNotes({ ignoredColumns, notes }: Pick<Plan, "ignoredColumns" | "notes">): string[] {
  const more = ignoredColumns.length - MAX_COLUMNS;
  const names = [...ignoredColumns.slice(0, MAX_COLUMNS), ...(more > 0 ? [`${showCount(more)} more`] : [])];
  const ignored =
    names.length > 0 ? [`not sent, because the API has no such field: ${names.join(", ")}`] : [];
  return [...ignored, ...notes].map((note) => `Note: ${showText(note)}`);
}

function renderNotes(plan: Plan): string[] {
  const notes = describeNotes(plan);
  return notes.length > 0 ? [...notes, ""] : [];
}

/** Each says itself what came, what is allowed, and what to do. */
function renderBrakes({ brakes }: Plan): string[] {
  if (brakes.length === 0) return [];
  const holds = brakes.length === 1 ? "a brake" : countOf(brakes.length, "brake");
  return [
    `A push would be stopped by ${holds} before its first request:`,
    ...brakes.map(({ message }) => `  ${showText(message)}`),
    "",
  ];
}
