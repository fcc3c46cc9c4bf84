// npm start: generates, builds, starts the mock on a free port, pushes the example roster through the built command
// line, and says what to do next. It ends with 0 when the push ended as it should: with 1, for the rejected rows.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

const BIN = "dist/cli/bin.js";
const ROSTER = "examples/roster.csv";
const SOME_REJECTED = 1;

execFileSync("npm", ["run", "--silent", "generate"], { stdio: "inherit" });
execFileSync("npm", ["run", "--silent", "build"], { stdio: "inherit" });

const mock = spawn(process.execPath, [BIN, "mock", "opscom", "--port", "0"], {
  stdio: ["ignore", "pipe", "ignore"],
});
mock.on("exit", (code) => code && process.exit(code));
const [ready] = (await once(createInterface(mock.stdout), "line")) as [string];
const url = /http:\S+/.exec(ready)?.[0] ?? "";

console.log(`A mock of OPS-COM answers at ${url}, by the contract in openapi/opscom.yaml.`);
console.log(`$ userpush push ${ROSTER} --api opscom\n`);

const settings = { OPSCOM_TENANT: "OC_TOMA", OPSCOM_API_TOKEN: "YOUR-API-TOKEN", OPSCOM_BASE_URL: url };
const push = spawn(process.execPath, [BIN, "push", ROSTER, "--api", "opscom"], {
  env: { ...process.env, ...settings },
  stdio: "inherit",
});
const [exitCode] = (await once(push, "exit")) as [number];
mock.kill();

if (exitCode !== SOME_REJECTED) {
  console.error(`\nThe push ended with ${exitCode} instead of ${SOME_REJECTED}; see above.`);
  process.exitCode = 1;
} else {
  console.log(`
The push ended with exit code 1, because six people of the example break a limit.

Next:
  Correct a line of ${ROSTER} and run npm start again.
  npm run userpush -- mock         answers for all three APIs at http://127.0.0.1:4010
  npm run userpush -- push --help  tells which columns and settings a push of your own needs
  npm run docs                     renders the API pages into site/`);
}
