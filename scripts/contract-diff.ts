// npm run contract:diff -- v0.1.0   what changed in the documents, and in the types, since then; exits with 1 when that breaks callers
import { changesSince, describeChanges } from "./contract-diff/changes-since.ts";

const [reference] = process.argv.slice(2);
if (!reference) {
  console.error("Say with what to compare: npm run contract:diff -- HEAD~1");
  process.exit(2);
}

const changes = await changesSince(reference);
console.log(describeChanges(changes, reference));
process.exitCode = changes.some(({ impact }) => impact === "major") ? 1 : 0;
