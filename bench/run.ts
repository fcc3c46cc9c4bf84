// npm run bench: measures userpush beside its peers in one run, prints tables, and writes bench/results.json.
import { writeFile } from "node:fs/promises";
import { measureCostPerPush } from "./cost-per-push.ts";
import { measureMocks } from "./mock.ts";
import { measureWeight } from "./package-weight.ts";
import { measureValidation } from "./validation.ts";

const costs = await measureCostPerPush();
const validation = measureValidation();
const weight = measureWeight();
const mocks = await measureMocks();

const cpu = (name: string) => costs.find((cost) => cost.name === name)?.cpuUs ?? Number.NaN;
const ratios = {
  "CPU of a push over undici, to undici's own request": cpu("userpush, undici") / cpu("undici request"),
  "CPU of a push over undici, to axios": cpu("userpush, undici") / cpu("axios"),
  "CPU of a push over undici, to ky": cpu("userpush, undici") / cpu("ky"),
  "CPU of a push over fetch, to fetch itself": cpu("userpush, fetch") / cpu("fetch"),
};

console.log("One push, 32 in flight, microseconds");
console.table(
  Object.fromEntries(
    costs.map(({ name, cpuUs, wallUs }) => [name, { cpu: round(cpuUs), clock: round(wallUs) }]),
  ),
);
console.log("Ratios of this run");
console.table(Object.fromEntries(Object.entries(ratios).map(([name, ratio]) => [name, round(ratio, 2)])));
console.log("Checking one profile of thirty fields, microseconds");
console.table(Object.fromEntries(validation.map(({ name, us }) => [name, round(us, 2)])));
console.log("A mock of OPS-COM: milliseconds to its first answer, answers a second");
console.table(
  Object.fromEntries(
    mocks.map(({ name, startMs, perSecond }) => [
      name,
      { start: round(startMs, 0), rate: round(perSecond, 0) },
    ]),
  ),
);
const { bundles, ...installed } = weight;
console.log(
  "Code that an application loads, minified and gzipped, bytes (a client of OPS-COM shall have at most 7,000)",
);
console.table(
  Object.fromEntries(
    bundles.map(({ name, gzippedBytes, wholeGzippedBytes }) => [
      name,
      { "with the import": gzippedBytes, "in all": wholeGzippedBytes },
    ]),
  ),
);
console.log("One client of OPS-COM, as installed");
console.table(installed);

await writeFile(
  new URL("results.json", import.meta.url),
  `${JSON.stringify({ node: process.version, costs, ratios, validation, mocks, weight }, null, 2)}\n`,
);
process.exit();

function round(figure: number, digits = 1): number {
  return Number(figure.toFixed(digits));
}
