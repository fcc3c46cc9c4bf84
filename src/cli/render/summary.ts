import type { RowOutcome } from "../../bulk/push-row.ts";
import type { RunEvent } from "../../bulk/run.ts";
import type { Stop } from "../../bulk/stop-rule.ts";
import type { Totals } from "../../bulk/totals.ts";

/** Collects what a run says and renders its end: the rows that need somebody, what to do, and the totals. */
export interface Summary {
  add(event: RunEvent): void;
  render(): string;
}

type Finished = Extract<RunEvent, { type: "finished" }>;

/** What to do where a run was stopped. */
const ADVICE: Readonly<Record<Stop["reason"], string>> = {
  refused: "Check the token, the tenant and the base URL, then run it again.",
  unreachable:
    "Check the network and the base URL, then run it again; pushing somebody twice changes nothing.",
  interrupted: "Run it again to go on; pushing somebody twice changes nothing.",
};

/** Lists at most `maxListed` rows of each kind, and counts the others. */
export function createSummary(maxListed: number, remedies: Readonly<Record<number, string>>): Summary {
  const rows: RowOutcome[] = [];
  const counts = { rejected: 0, failed: 0, warned: 0 };
  let finished: Finished | undefined;

  function add(event: RunEvent): void {
    if (event.type === "finished") finished = event;
    const kind = event.type === "row" ? kindOf(event) : undefined;
    if (event.type !== "row" || !kind) return;
    counts[kind] += 1;
    if (counts[kind] <= maxListed) rows.push(event);
  }
  function render(): string {
    const { totals, stop } = finished as Finished;
    return [
      ...section("Sent, with a warning:", rows, "warned", counts.warned),
      ...section("No answer:", rows, "failed", counts.failed),
      ...section("Rejected:", rows, "rejected", counts.rejected),
      ...whatToDo(rows, remedies),
      ...(stop ? [`Stopped: ${stop.message}`, ADVICE[stop.reason], ""] : []),
      renderTotals(totals),
    ].join("\n");
  }
  return { add, render };
}

type Kind = "rejected" | "failed" | "warned";

function kindOf({ fate, warnings }: RowOutcome): Kind | undefined {
  if (fate === "rejected" || fate === "failed") return fate;
  return warnings.length > 0 ? "warned" : undefined;
}

function section(title: string, all: readonly RowOutcome[], kind: Kind, count: number): string[] {
  const rows = all.filter((row) => kindOf(row) === kind).toSorted((one, other) => one.line - other.line);
  if (rows.length === 0) return [];
  const width = String(rows.at(-1)?.line).length;
  const lines = rows.map((row) => `  line ${String(row.line).padStart(width)}  ${describeRow(row)}`);
  return [title, ...lines, ...(count > rows.length ? [`  and ${count - rows.length} more`] : []), ""];
}

function describeRow({ reasons, warnings }: RowOutcome): string {
  return [...reasons.map(describeReason), ...warnings].join("; ");
}

function describeReason({ message, wouldBe }: RowOutcome["reasons"][number]): string {
  return wouldBe === undefined ? message : `${message} (not sent; it would be fault ${wouldBe})`;
}

/** The remedy of each fault among the rows, once. */
function whatToDo(rows: readonly RowOutcome[], remedies: Readonly<Record<number, string>>): string[] {
  const codes = rows.flatMap(({ reasons }) => reasons.flatMap(({ code, wouldBe }) => code ?? wouldBe ?? []));
  const lines = [...new Set(codes)]
    .sort()
    .flatMap((code) => (remedies[code] ? [`  fault ${code}  ${remedies[code]}`] : []));
  return lines.length > 0 ? ["What to do:", ...lines, ""] : [];
}

function renderTotals({ read, pushed, rejected, failed, notAttempted }: Totals): string {
  return `${read} read = ${pushed} pushed + ${rejected} rejected + ${failed} without an answer + ${notAttempted} not attempted`;
}
