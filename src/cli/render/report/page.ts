import type { Plan } from "../../../bulk/plan/plan.ts";
import { NO_ROWS, type Totals } from "../../../bulk/record/totals.ts";
import type { FinishedEvent } from "../../../bulk/run-event.ts";
import type { Effect } from "../../../contract/operation.ts";
import { uncertainAdvice } from "../advice.ts";
import type { Findings } from "../findings.ts";
import type { LeftBehind } from "../left-behind.ts";
import { showDuration } from "../show-duration.ts";
import { showText } from "../show-text.ts";
import { renderChart } from "./chart.ts";
import { endingOf } from "./ending.ts";
import { FIT_STYLE } from "./fit-style.ts";
import { type Html, html, NOTHING } from "./html.ts";
import { renderLedger } from "./ledger.ts";
import { PAGE_STYLE } from "./page-style.ts";
import { renderReasons, renderRows } from "./row-tables.ts";
import { renderSideNotes } from "./side-notes.ts";
import type { TimelinePoint } from "./timeline.ts";

/** Everything that a report tells. */
export interface ReportFacts {
  readonly destination: string;
  readonly remedies: Readonly<Record<number, string>>;
  readonly effect: Effect;
  /** An IANA name; that of the machine where there is none. */
  readonly timeZone: string | undefined;
  readonly plan: Pick<Plan, "source" | "counts"> | undefined;
  /** The last that was heard of the rows, where the run never came to its end. */
  readonly lastTotals: Totals | undefined;
  readonly finished: FinishedEvent | undefined;
  readonly findings: Findings;
  readonly points: readonly TimelinePoint[];
  readonly left: LeftBehind;
}

/** Nothing may be loaded, sent or run: the page is what it is, wherever it is opened. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** Renders a report as one page that needs no script and no other file. */
export function renderPage(facts: ReportFacts): string {
  const { finished, plan, findings, remedies, points, left } = facts;
  const totals = finished?.totals ?? facts.lastTotals ?? NO_ROWS;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>Push to ${facts.destination}${finished ? `, ${showTime(finished.startedAt, facts.timeZone)}` : ""}</title>
<style>${{ markup: PAGE_STYLE + FIT_STYLE }}</style>
</head>
<body>
<main>
${renderHeader(facts)}
${renderLedger(totals, plan?.counts)}
${renderReasons({ id: "reasons", title: "Why rows were rejected", groups: findings.reasons(), remedies })}
${renderChart(points)}
${renderFindings(facts)}
${renderSideNotes({ skipped: finished?.skipped ?? {}, missing: finished?.missing ?? 0, left })}
<footer>Written by userpush. People are named by their keys; no other value of theirs is on this page.</footer>
</main>
</body>
</html>
`.markup;
}

function renderHeader({ destination, finished, plan, timeZone }: ReportFacts): Html {
  const { tone, title, detail } = endingOf(finished);
  const [api = "", ...where] = showText(destination).split(" ");
  return html`<header>
<p class="eyebrow">userpush report</p>
<h1>Push to ${api}</h1>
<p class="where">${where.map((part) => html`<code>${part}</code> `)}</p>
<div class="ending ${tone}"><b>${title}</b>${detail ? html`<p>${showText(detail)}</p>` : NOTHING}</div>
<dl class="facts">
${plan ? html`<div><dt>Source</dt><dd>${showText(plan.source)}</dd></div>` : NOTHING}
${finished ? renderTimes(finished, timeZone) : NOTHING}
</dl>
</header>`;
}

function renderTimes({ startedAt, durationMs }: FinishedEvent, timeZone: string | undefined): Html {
  const iso = new Date(startedAt).toISOString();
  return html`<div><dt>Started</dt><dd><time datetime="${iso}">${showTime(startedAt, timeZone)}</time></dd></div>
<div><dt>Took</dt><dd>${showDuration(durationMs)}</dd></div>`;
}

function renderFindings({ findings, effect, remedies, left }: ReportFacts): readonly Html[] {
  const mend = left.rejects
    ? `They are in ${left.rejects}, with all that they held: correct it, and push that file.`
    : "";
  const [uncertain, rejected] = [findings.uncertain(), findings.rejected()];
  const groups = findings.warnings();
  return [
    renderRows({ id: "uncertain", title: "Uncertain", note: uncertainAdvice(effect), listing: uncertain }),
    renderRows({ id: "rejected", title: "Rejected", note: mend, listing: rejected }),
    renderReasons({ id: "warnings", title: "Sent, with a warning", groups, remedies }),
  ];
}

function showTime(time: number, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat("en-GB", {
    ...{
      day: "numeric",
      month: "long",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      timeZoneName: "short",
    },
    timeZone,
  }).format(time);
}
