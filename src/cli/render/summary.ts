import type { RowOutcome } from "../../bulk/push-row.ts";
import type { RunEvent } from "../../bulk/run.ts";

/** More are counted, not listed: a summary is read on one screen. */
const MAX_LISTED = 20;

/** Collects what a run says and renders its end: the totals, the rejects, and why it stopped if it did. */
export interface Summary {
  add(event: RunEvent): void;
  render(): string;
}

export function createSummary(): Summary {
  const rejects: RowOutcome[] = [];
  const warnings: string[] = [];
  let warned = 0;
  let ignored: readonly string[] = [];
  let finished: Extract<RunEvent, { type: "finished" }> | undefined;

  function add(event: RunEvent): void {
    if (event.type === "started") ignored = event.ignoredColumns;
    if (event.type === "finished") finished = event;
    if (event.type !== "row") return;
    if (event.fate === "rejected" && rejects.length < MAX_LISTED) rejects.push(event);
    for (const warning of event.warnings) {
      warned += 1;
      if (warnings.length < MAX_LISTED) warnings.push(`  line ${event.line}  ${warning}`);
    }
  }
  function render(): string {
    const { totals, stop } = finished as Extract<RunEvent, { type: "finished" }>;
    return [
      ...(ignored.length > 0
        ? [`Columns that are no field of the API, and were not sent: ${ignored.join(", ")}`, ""]
        : []),
      ...section("Sent, but odd:", warnings, warned),
      ...section("Rejected:", renderRejects(rejects), totals.rejected),
      ...(stop ? [`Stopped: ${stop.message}`, ""] : []),
      renderTotals(totals),
    ].join("\n");
  }
  return { add, render };
}

function section(title: string, lines: readonly string[], count: number): string[] {
  if (lines.length === 0) return [];
  return [title, ...lines, ...(count > MAX_LISTED ? [`  and ${count - MAX_LISTED} more`] : []), ""];
}

function renderRejects(rejects: readonly RowOutcome[]): string[] {
  const inOrder = rejects.toSorted((one, other) => one.line - other.line);
  const width = String(inOrder.at(-1)?.line ?? "").length;
  return inOrder.map(
    ({ line, reasons }) => `  line ${String(line).padStart(width)}  ${reasons.map(renderReason).join("; ")}`,
  );
}

function renderReason({ message, code }: RowOutcome["reasons"][number]): string {
  return code === undefined || message.includes(`fault ${code}`) ? message : `${message} (fault ${code})`;
}

function renderTotals(totals: {
  read: number;
  pushed: number;
  rejected: number;
  notAttempted: number;
}): string {
  const parts = [
    `${totals.pushed} pushed`,
    `${totals.rejected} rejected`,
    `${totals.notAttempted} not attempted`,
  ];
  return `${totals.read} read = ${parts.join(" + ")}`;
}
