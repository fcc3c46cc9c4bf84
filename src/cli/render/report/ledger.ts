import type { PlanCounts } from "../../../bulk/plan/plan.ts";
import type { Fate, Totals } from "../../../bulk/record/totals.ts";
import { showCount } from "../counts.ts";
import { type Html, html, NOTHING } from "./html.ts";

const NAMES: Readonly<Record<Fate, string>> = {
  pushed: "pushed",
  unchanged: "unchanged",
  skipped: "skipped",
  rejected: "rejected",
  uncertain: "uncertain",
  notAttempted: "not attempted",
};

/** What the rows came to, as a sum that adds up: one line for each fate, and what was read below the rule. */
export function renderLedger(totals: Totals, planned: PlanCounts | undefined): Html {
  const fates = Object.keys(NAMES) as Fate[];
  return html`<section aria-labelledby="sum">
<h2 id="sum">What the rows came to</h2>
<table class="ledger">
<tbody>${fates.map((fate) => renderFate(fate, totals, planned))}</tbody>
<tfoot><tr><th scope="row">read</th><td class="number">${showCount(totals.read)}</td><td></td></tr></tfoot>
</table>
</section>`;
}

function renderFate(fate: Fate, totals: Totals, planned: PlanCounts | undefined): Html {
  const count = totals[fate];
  const share = totals.read > 0 ? (count / totals.read) * 100 : 0;
  return html`<tr class="${fate}${count === 0 ? " none" : ""}"><th scope="row">${NAMES[fate]}</th><td class="number">${showCount(count)}</td>
<td class="share">${count > 0 ? html`<i style="width:${share.toFixed(2)}%"></i>` : NOTHING}<small>${fate === "pushed" && count > 0 ? showPushed(planned) : ""}</small></td></tr>
`;
}

/** Why people were to be sent. What became of each kind is not known: a run may have been stopped between. */
function showPushed(planned: PlanCounts | undefined): string {
  if (!planned) return "";
  const kinds = { new: planned.new, changed: planned.changed, "sent again": planned.again };
  const named = Object.entries(kinds).flatMap(([name, count]) =>
    count > 0 ? [`${showCount(count)} ${name}`] : [],
  );
  return named.length > 0 ? `planned: ${named.join(", ")}` : "";
}
