// npm run bench:bulk: measures plan and push over rosters of up to a million rows, prints a table, and writes
// bench/bulk/results.json. Read ratios, not times.
import { writeFile } from "node:fs/promises";
import { measureBulk } from "./measure-bulk.ts";

const measured = await measureBulk();
const { parser, plan, push, again, sending } = measured;
const ratios = {
  "CPU of a planned row, to the bare parser": plan.large.cpuUsPerRow / parser.cpuUsPerRow,
  "CPU of a planned row at 1,000,000, to 10,000": plan.large.cpuUsPerRow / plan.small.cpuUsPerRow,
  "CPU of a pushed row at 1,000,000, to 10,000": push.large.cpuUsPerRow / push.small.cpuUsPerRow,
  "pushes per second, to raw undici": sending.ratio,
  "pushes per second against 50 ms, to 640": sending.slowPerSecond / 640,
};
console.table({
  parser,
  "plan 10,000": plan.small,
  plan: plan.large,
  "push 10,000": push.small,
  push: push.large,
  "push again": again,
});
console.table(sending);
console.table(ratios);
await writeFile(
  new URL("results.json", import.meta.url),
  `${JSON.stringify({ node: process.version, ...measured, ratios }, null, 2)}\n`,
);
process.exit();
