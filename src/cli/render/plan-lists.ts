import type { Place, Plan, PushAction } from "../../bulk/plan/plan.ts";
import { uncertainAdvice } from "./advice.ts";
import { maskMessage, showKey, showReason } from "./show-text.ts";
import { createPlacer, section } from "./text-table.ts";

export interface PlanListOptions {
  /** Rows of each kind that are listed, as far as the plan names them; the others are counted. */
  readonly maxListed: number;
}

/** Who is new, changed, held back, rejected or missing, as far as a plan names them. */
export function renderPlanLists(plan: Plan, options: PlanListOptions): string[] {
  return [
    ...renderPushes(plan, options),
    ...renderHeldBack(plan, options),
    ...renderRejects(plan, options),
    ...renderMissing(plan, options),
    ...renderWarnings(plan, options),
  ];
}

const TITLES: Readonly<Record<PushAction, string>> = { new: "New", changed: "Changed", again: "Sent again" };

function renderPushes({ counts, examples }: Plan, { maxListed }: PlanListOptions): string[] {
  return (Object.keys(TITLES) as PushAction[]).flatMap((action) => {
    const rows = examples.pushes.filter((push) => push.action === action).slice(0, maxListed);
    return section({ title: TITLES[action], count: counts[action], rows: people(rows) });
  });
}

function renderHeldBack({ counts, examples }: Plan, { maxListed }: PlanListOptions): string[] {
  return [
    ...section({
      title: "Changed, and not sent",
      note: "This API only creates people; correct them there by hand.",
      count: counts.frozen,
      rows: people(examples.frozen.slice(0, maxListed)),
    }),
    ...section({
      title: "Uncertain, and not sent",
      note: uncertainAdvice("create"),
      count: counts.uncertain,
      rows: people(examples.uncertain.slice(0, maxListed)),
    }),
  ];
}

type Named = Place & { readonly key: string; readonly fields?: readonly string[] };

function people(rows: readonly Named[]): string[][] {
  const placeOf = createPlacer(rows);
  return rows.map((row) => [placeOf(row), showKey(row.key), (row.fields ?? []).join(", ")]);
}

function renderRejects({ counts, examples }: Plan, { maxListed }: PlanListOptions): string[] {
  const listed = examples.rejects.slice(0, maxListed);
  const placeOf = createPlacer(listed);
  const rows = listed.map((row) => [
    placeOf(row),
    row.key === undefined ? "" : showKey(row.key),
    row.reasons.map(showReason).join("; "),
  ]);
  return section({ title: "Rejected", count: counts.rejected, rows });
}

function renderMissing({ missing, examples }: Plan, { maxListed }: PlanListOptions): string[] {
  const rows = examples.missing
    .slice(0, maxListed)
    .map(({ key, pushedAt }) => [
      showKey(key),
      `last pushed ${new Date(pushedAt).toISOString().slice(0, 10)}`,
    ]);
  const note = "They were pushed from this source before, and are not in it now. Nobody is deleted there.";
  return section({ title: "Missing", count: missing, rows, note });
}

function renderWarnings({ warnings, examples }: Plan, { maxListed }: PlanListOptions): string[] {
  const listed = examples.warnings.slice(0, maxListed);
  const placeOf = createPlacer(listed);
  const rows = listed.map((warning) => [placeOf(warning), maskMessage(warning.message)]);
  return section({ title: "Warnings", count: warnings, rows });
}
