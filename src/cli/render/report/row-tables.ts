import { countOf, showCount } from "../counts.ts";
import type { Finding, Listing } from "../findings.ts";
import type { ReasonGroup } from "../reason-groups.ts";
import { createPlacer } from "../text-table.ts";
import { type Html, html, NOTHING } from "./html.ts";

/** Rejects by reason, the most frequent first, each with what to do. */
export function renderReasons(
  groups: readonly ReasonGroup[],
  remedies: Readonly<Record<number, string>>,
): Html {
  if (groups.length === 0) return NOTHING;
  return html`<section aria-labelledby="reasons">
<h2 id="reasons">Why rows were rejected</h2>
<ul class="reasons">${groups.map((group) => renderReason(group, remedies))}</ul>
</section>`;
}

function renderReason(
  { count, code, message }: ReasonGroup,
  remedies: Readonly<Record<number, string>>,
): Html {
  const remedy = code === undefined ? undefined : remedies[code];
  return html`<li><b class="number">${showCount(count)}</b><div><p>${withCode(message)}</p>
${remedy ? html`<p class="note">${message.includes(`fault ${code}`) ? "" : `Fault ${code}. `}${remedy}</p>` : NOTHING}</div></li>
`;
}

/** One list of rows: where, who, which field, and what was said. */
export function renderRows(given: {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly listing: Listing;
  readonly textsOf: (finding: Finding) => readonly string[];
}): Html {
  const { id, title, note, listing, textsOf } = given;
  const { rows, count } = listing;
  if (count === 0) return NOTHING;
  const placeOf = createPlacer(rows);
  const more = count - rows.length;
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${title} <span class="total">${showCount(count)}</span></h2>
${note ? html`<p class="note">${note}</p>` : NOTHING}
<table class="rows"><thead><tr><th scope="col">Row</th><th scope="col">Key</th><th scope="col">Field</th><th scope="col">What was said</th></tr></thead>
<tbody>${rows.map((finding) => renderRow(finding, placeOf(finding), textsOf(finding)))}</tbody></table>
${more > 0 ? html`<p class="note">and ${countOf(more, "row")} more, which are not listed here</p>` : NOTHING}
</section>`;
}

function renderRow({ key, reasons }: Finding, place: string, texts: readonly string[]): Html {
  const fields = [...new Set(reasons.flatMap(({ field }) => field ?? []))];
  return html`<tr><td class="place">${place}</td><td class="who">${key}</td><td class="field">${fields.map((field) => html`<code>${field}</code> `)}</td><td>${texts.map((text) => html`<p>${withCode(text)}</p>`)}</td></tr>
`;
}

/** Names between backticks are names of fields. */
function withCode(message: string): Html {
  const parts = message.split(/`([^`]+)`/);
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`))}`;
}
