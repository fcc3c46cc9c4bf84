import { countOf, showCount, sortTally } from "../counts.ts";
import type { LeftBehind } from "../left-behind.ts";
import { type Html, html, NOTHING } from "./html.ts";

/** Who was left out on purpose, and who is not there any more. */
export function renderSideNotes(given: {
  readonly skipped: Readonly<Record<string, number>>;
  readonly missing: number;
  readonly left: LeftBehind;
}): Html {
  const notes = [renderSkipped(given.skipped), renderMissing(given.missing), renderFiles(given.left)];
  return html`<div class="notes">${notes}</div>`;
}

function renderSkipped(skipped: Readonly<Record<string, number>>): Html {
  const tally = sortTally(skipped);
  if (tally.length === 0) return NOTHING;
  return html`<section aria-labelledby="skipped"><h2 id="skipped">Skipped on purpose</h2>
<table class="tally">${tally.map(([reason, count]) => html`<tr><td class="number">${showCount(count)}</td><th scope="row">${reason}</th></tr>`)}</table></section>`;
}

function renderMissing(missing: number): Html {
  if (missing === 0) return NOTHING;
  return html`<section aria-labelledby="missing"><h2 id="missing">Missing now</h2>
<p><b>${countOf(missing, "person", "people")}</b> pushed before from this source ${missing === 1 ? "is" : "are"} not in it any more. Nobody is deleted there; <code>userpush plan</code> names them.</p></section>`;
}

function renderFiles({ rejects, audit }: LeftBehind): Html {
  if (!rejects && !audit) return NOTHING;
  return html`<section aria-labelledby="files"><h2 id="files">Files of this run</h2>
<dl>${rejects ? html`<dt>rejects</dt><dd><code>${rejects}</code> Correct it, and push that file.</dd>` : NOTHING}
${audit ? html`<dt>audit</dt><dd><code>${audit}</code> One line for each push.</dd>` : NOTHING}</dl></section>`;
}
