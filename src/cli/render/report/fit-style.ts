/** The chart, and how a report fits a phone and a sheet of paper. */
export const FIT_STYLE = `
.chart { margin: 0; padding: 18px 20px 14px; background: var(--sheet); border: 1px solid var(--line); border-radius: 8px; font-size: 12px; color: var(--soft); --gutter: 78px; }
.chart figcaption { display: flex; flex-wrap: wrap; gap: 4px 22px; margin-bottom: 20px; }
.chart .key::before { content: ""; display: inline-block; width: 18px; margin-right: 8px; vertical-align: middle; border-top: 2px solid var(--pushed); }
.chart .key.limit::before { border-top: 1.5px dashed var(--soft); }
.plot { position: relative; height: 210px; margin-left: var(--gutter); }
.plot svg { display: block; width: 100%; height: 100%; overflow: visible; }
.plot path { fill: none; vector-effect: non-scaling-stroke; }
.plot .grid { stroke: var(--line); stroke-width: 1; }
.plot .area { fill: var(--pushed); opacity: 0.12; }
.plot .curve { stroke: var(--pushed); stroke-width: 1.75; stroke-linejoin: round; }
.plot .limit { stroke: var(--soft); stroke-width: 1.25; stroke-dasharray: 4 4; }
.plot .count { position: absolute; right: 100%; white-space: nowrap; margin-right: 12px; transform: translateY(-50%); font-variant-numeric: tabular-nums; }
.lane { display: flex; align-items: center; margin-top: 10px; }
.lane span { flex: none; width: var(--gutter); padding-right: 12px; text-align: right; white-space: nowrap; }
.lane svg { width: 100%; height: 12px; border-radius: 2px; background: var(--paper); }
.lane.rejected rect { fill: var(--rejected); } .lane.throttled rect { fill: var(--open); }
.times { position: relative; height: 18px; margin: 8px 0 0 var(--gutter); font-variant-numeric: tabular-nums; }
.times span { position: absolute; transform: translateX(-50%); white-space: nowrap; }
.times span::before { content: ""; position: absolute; left: 50%; top: -7px; height: 5px; border-left: 1px solid var(--soft); }

@media (max-width: 640px) {
  main { padding: 28px 18px 24px; }
  h1 { font-size: 26px; }
  section { margin-top: 36px; }
  .facts { gap: 10px 28px; }
  .ledger th { padding-right: 12px; }
  .ledger td.number { min-width: 64px; }
  .ledger .share { padding-left: 14px; }
  .ledger small { display: block; margin-top: 2px; line-height: 1.35; }
  .reasons b { flex-basis: 40px; } .reasons li { gap: 14px; }
  .chart { margin: 0 -18px; padding: 16px 18px 12px; border-width: 1px 0; border-radius: 0; --gutter: 74px; }
  .plot { height: 170px; }
  .times span:nth-child(even) { display: none; }
  .rows thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .rows tr { display: flex; flex-wrap: wrap; gap: 0 14px; padding: 10px 0; border-bottom: 1px solid var(--line); }
  .rows td { padding: 0; border: 0; } .rows td:last-child { flex-basis: 100%; } .rows td:empty { display: none; }
  .rows .place { color: var(--soft); white-space: normal; } .rows .who { font-weight: 600; }
}
@media print {
  :root { --paper: #fff; --sheet: #fff; --ink: #000; --soft: #444; --line: #ccc; color-scheme: light;
    --pushed: #0f766e; --unchanged: #a3a8b0; --skipped: #c9cdd3; --rejected: #c2410c; --uncertain: #7c3aed; --open: #d0a215;
    --good: #0f766e; --attention: #7a4a00; --stopped: #b42318; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  section { margin-top: 24pt; }
  .chart, .ending, .reasons li, tr { break-inside: avoid; }
  h2 { break-after: avoid; }
}
`;
