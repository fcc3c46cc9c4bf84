/** Colours, type and layout of a report. System fonts alone: the page asks nobody for anything. */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #f8f8f6; --sheet: #ffffff; --ink: #1b1d21; --soft: #5d6169; --line: #e4e4df;
  --pushed: #0f766e; --unchanged: #a3a8b0; --skipped: #c9cdd3; --rejected: #c2410c; --uncertain: #7c3aed; --open: #d0a215;
  --good: #0f766e; --attention: #9a5b00; --stopped: #b42318;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #131518; --sheet: #1b1e22; --ink: #e9eaec; --soft: #a0a5ad; --line: #2f333a;
    --pushed: #2dd4bf; --unchanged: #6b7280; --skipped: #4b5563; --rejected: #fb8a4c; --uncertain: #b79bff; --open: #e6c04a;
    --good: #34d3bd; --attention: #f0b754; --stopped: #ff8a7a;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  -webkit-text-size-adjust: 100%; overflow-wrap: anywhere;
}
main { max-width: 920px; margin: 0 auto; padding: 56px 24px 32px; }
h1 { margin: 0; font-size: 32px; line-height: 1.2; font-weight: 650; letter-spacing: -0.02em; }
h2 { margin: 0 0 12px; font-size: 17px; line-height: 1.3; font-weight: 620; letter-spacing: -0.005em; }
p { margin: 0; }
section { margin-top: 44px; }
code { font: 0.88em/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
.eyebrow { margin-bottom: 6px; color: var(--soft); font-size: 13px; }
.where { margin-top: 4px; color: var(--soft); }
.note { color: var(--soft); font-size: 14px; }
h2 + .note { margin: -6px 0 14px; }
.number { font-variant-numeric: tabular-nums; text-align: right; white-space: nowrap; }
.total { margin-left: 4px; color: var(--soft); font-weight: 400; }

.ending { margin: 28px 0 0; padding: 16px 20px; background: var(--sheet); border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: 8px; }
.ending b { color: var(--tone); font-size: 17px; font-weight: 620; }
.ending p { margin-top: 4px; max-width: 72ch; }
.good { --tone: var(--good); } .attention { --tone: var(--attention); } .stopped { --tone: var(--stopped); }
.facts { display: flex; flex-wrap: wrap; gap: 12px 44px; margin: 24px 0 0; }
.facts dt, dl dt { color: var(--soft); font-size: 13px; }
.facts dd { margin: 0; font-variant-numeric: tabular-nums; }

table { width: 100%; border-collapse: collapse; }
th { font-weight: inherit; text-align: left; }
.ledger th { width: 1%; padding: 7px 24px 7px 0; white-space: nowrap; }
.ledger td.number { width: 1%; min-width: 84px; padding: 7px 0; font-size: 17px; font-weight: 600; }
.ledger .share { padding: 7px 0 7px 24px; }
.ledger i { display: inline-block; height: 10px; margin-right: 10px; min-width: 3px; border-radius: 2px; background: var(--bar); vertical-align: middle; }
.ledger small { color: var(--soft); font-size: 13px; }
.ledger .none { color: var(--soft); } .ledger .none .number { font-weight: 400; }
.ledger tfoot th, .ledger tfoot td.number { border-top: 1.5px solid var(--ink); font-weight: 650; }
.pushed { --bar: var(--pushed); } .unchanged { --bar: var(--unchanged); } .skipped { --bar: var(--skipped); }
.rejected { --bar: var(--rejected); } .uncertain { --bar: var(--uncertain); } .notAttempted { --bar: var(--open); }

.reasons { margin: 0; padding: 0; list-style: none; border-top: 1px solid var(--line); }
.reasons li { display: flex; gap: 20px; padding: 11px 0; border-bottom: 1px solid var(--line); }
.reasons b { flex: 0 0 52px; text-align: left; color: var(--rejected); font-size: 17px; line-height: 1.35; }
.warnings b { color: var(--attention); }

.rows { font-size: 14px; table-layout: fixed; }
.rows th, .rows td { padding: 8px 18px 8px 0; border-bottom: 1px solid var(--line); vertical-align: top; text-align: left; }
.rows thead th { width: 14%; color: var(--soft); font-size: 13px; }
.rows thead th:nth-child(2) { width: 19%; } .rows thead th:last-child { width: auto; padding-right: 0; }
.rows .place { white-space: pre-wrap; font-variant-numeric: tabular-nums; }

.notes { display: grid; grid-template-columns: repeat(auto-fit, minmax(240px, 1fr)); column-gap: 44px; }
.tally { width: auto; }
.tally td { padding: 2px 14px 2px 0; font-weight: 600; }
dl { margin: 0; } .notes dd { margin: 0 0 10px; }
footer { margin-top: 56px; padding-top: 16px; border-top: 1px solid var(--line); color: var(--soft); font-size: 13px; }
`;
