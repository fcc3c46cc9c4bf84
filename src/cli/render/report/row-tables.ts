import { remedyOf } from "../advice.ts";
import { countOf, showCount } from "../counts.ts";
import type { Finding, Listing } from "../findings.ts";
import type { ReasonGroup } from "../reason-groups.ts";
import { createPlacer } from "../text-table.ts";
import { type Html, html, NOTHING } from "./html.ts";

/** Rows by what was said of them, the most frequent first, each with what to do. */
export function renderReasons(given: {
  readonly id: string;
  readonly title: string;
  readonly groups: readonly ReasonGroup[];
  readonly remedies: Readonly<Record<number, string>>;
}): Html {
  const { id, title, groups, remedies } = given;
  if (groups.length === 0) return NOTHING;
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
<ul class="reasons ${id}">${groups.map((group) => renderReason(group, remedies))}</ul>
</section>`;
}

function renderReason(group: ReasonGroup, remedies: Readonly<Record<number, string>>): Html {
  const { count, code, message } = group;
  const remedy = remedyOf(group, remedies);
  return html`<li><b class="number">${showCount(count)}</b><div><p>${withCode(message)}</p>
${remedy ? html`<p class="note">${message.includes(`fault ${code}`) ? "" : `Fault ${code}. `}${remedy}</p>` : NOTHING}${renderNamed(group)}</div></li>
`;
}

/** The first rows of a kind, in one paragraph. */
function renderNamed({ rows, count }: ReasonGroup): Html {
  if (rows.length === 0) return NOTHING;
  const placeOf = createPlacer(rows);
  const more = count - rows.length;
  const named = rows.map((row, index) => html`${index > 0 ? ", " : ""}${placeOf(row)} ${asCode(row.key)}`);
  return html`<p class="note">${named}${more > 0 ? `, and ${showCount(more)} more` : ""}</p>`;
}

/** One list of rows: where, who, which field, and what was said. */
export function renderRows(given: {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly listing: Listing;
}): Html {
  const { id, title, note, listing } = given;
  const { rows, count } = listing;
  if (count === 0) return NOTHING;
  const more = count - rows.length;
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${title} <span class="total">${showCount(count)}</span></h2>
${note ? html`<p class="note">${note}</p>` : NOTHING}
${renderTable(rows)}
${more > 0 ? html`<p class="note">and ${countOf(more, "row")} more, which are not listed here</p>` : NOTHING}
</section>`;
}

function renderTable(rows: readonly Finding[]): Html {
  const placeOf = createPlacer(rows);
  const namesFields = rows.some((finding) => fieldsOf(finding).length > 0);
  const heads = ["Row", "Key", ...(namesFields ? ["Field"] : []), "What was said"];
  const body = rows.map((finding) => {
    const fields = namesFields
      ? html`<td class="field">${fieldsOf(finding).map((field) => html`${asCode(field)} `)}</td>`
      : NOTHING;
    const texts = finding.reasons.map(({ message }) => html`<p>${withCode(message)}</p>`);
    return html`<tr><td class="place">${placeOf(finding)}</td><td class="who">${finding.key}</td>${fields}<td>${texts}</td></tr>
`;
  });
  return html`<table class="rows"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${body}</tbody></table>`;
}

function fieldsOf({ reasons }: Finding): readonly string[] {
  return [...new Set(reasons.flatMap(({ field }) => field ?? []))];
}

function asCode(name: string): Html {
  return html`<code>${name}</code>`;
}

/** Names between backticks are names of fields. */
function withCode(message: string): Html {
  const parts = message.split(/`([^`]+)`/);
  return html`${parts.map((part, index) => (index % 2 === 1 ? asCode(part) : html`${part}`))}`;
}
