// npm run contract:coverage   how much of the documents the contract tests exercise, from what they recorded in reports/contract/
import { existsSync } from "node:fs";
import { describeCoverage, measureCoverage } from "./contract-coverage/measure-coverage.ts";

const APIS = ["opscom", "activeplatform", "ccs"];
const missing = APIS.filter((api) => !existsSync(`reports/contract/${api}.har`));
if (missing.length > 0) {
  console.error(
    `Nothing is recorded of ${missing.join(", ")}. Run: npx vitest run test/judges/coverage.test.ts`,
  );
  process.exit(2);
}

const measured = await Promise.all(
  APIS.map((api) =>
    measureCoverage(`reports/contract/${api}.har`, `openapi/${api}.yaml`, "https://contract.test"),
  ),
);
console.log(describeCoverage(measured));
for (const gap of measured.flatMap((one) => one.missing)) console.log(`untouched: ${gap}`);
