// Adds up the reports of all test runs. A step that failed without a failed test counts as one.
import { existsSync, readdirSync, readFileSync } from "node:fs";

const stepFailed = process.argv[2] !== "0";
const files = existsSync("reports") ? readdirSync("reports").filter((file) => file.endsWith(".json")) : [];
const reports = files.map((file) => JSON.parse(readFileSync(`reports/${file}`, "utf8")));
const passed = reports.reduce((sum, report) => sum + report.numPassedTests, 0);
const failedTests = reports.reduce((sum, report) => sum + report.numFailedTests, 0);
const failed = failedTests === 0 && stepFailed ? 1 : failedTests;

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
