// npm start: the main job on an embedded mock. Generates, builds, starts a mock of OPS-COM on a free port, and lets the
// built command line plan and push the example roster in a folder of its own: the first night, a night without changes,
// and a night on which three people have changed. Ends with 0 where every step ended as it should.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

const BIN = resolve("dist/cli/bin.js");
const ROSTER = "examples/roster.csv";
const CHANGED = 3;
/** Made anew each time, so that the first night is always the first. */
const folder = resolve("reports/start");

for (const script of ["generate", "build"]) {
  execFileSync("npm", ["run", "--silent", script], { stdio: "inherit" });
}
const mock = spawn(process.execPath, [BIN, "mock", "opscom", "--port", "0"], {
  stdio: ["ignore", "pipe", "ignore"],
});
mock.on("exit", (code) => code && process.exit(code));
const [ready] = (await once(createInterface(mock.stdout), "line")) as [string];
const url = /http:\S+/.exec(ready)?.[0] ?? "";
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
copyFileSync(ROSTER, join(folder, "roster.csv"));

say(`A mock of OPS-COM answers at ${url}, by the contract in openapi/opscom.yaml.`);
say(`The roster is a copy of ${ROSTER}: 240 invented people, six of whom break a limit.`);
try {
  say("\nBefore the first night: what would a push do?");
  run(["plan", "roster.csv"], { exitCode: 3, shown: 14 });
  say("\nNobody is known yet, so a brake holds. It is right, and we say so.");
  run(["push", "roster.csv", "--first-run", "--rejects", "rejects.csv", "--report", "report.html"], {
    exitCode: 1,
  });
  say("\nThe next night nothing has changed, and nothing is sent.");
  run(["push", "roster.csv"], { exitCode: 1, shown: -1 });
  say(`\nThen ${CHANGED} people move, and a plan names them.`);
  movePeople(join(folder, "roster.csv"));
  run(["plan", "roster.csv"], { exitCode: 1, shown: { paragraphs: 3 } });
  say("\nA push sends them alone.");
  run(["push", "roster.csv"], { exitCode: 1, shown: -1 });
  sayNext();
} finally {
  mock.kill();
}

interface Expected {
  readonly exitCode: number;
  /** Lines of standard output that are shown: the first so many, or the last where it is negative. Default: all. */
  readonly shown?: number | { readonly paragraphs: number };
}

/** Runs one command as a person would, and ends everything where it does not end as it should. */
function run(args: readonly string[], { exitCode, shown }: Expected): void {
  say(`$ userpush ${args.join(" ")} --api opscom`);
  const env = { OPSCOM_TENANT: "OC_TOMA", OPSCOM_API_TOKEN: "YOUR-API-TOKEN", OPSCOM_BASE_URL: url };
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args, "--api", "opscom"], {
    cwd: folder,
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  const lines = stdout.trimEnd().split("\n");
  const part = partOf(lines, shown);
  const left = part[0] === lines[0] ? lines.length - part.length : 0;
  say(
    [...part, ...(left > 0 ? [`… ${left} lines more`] : [])].map((line) => `  ${line}`.trimEnd()).join("\n"),
  );
  if (status === exitCode) return;
  console.error(`${stderr}\nIt ended with ${status} instead of ${exitCode}.`);
  process.exitCode = 1;
  throw new Error("a step did not end as it should; see above");
}

function partOf(lines: readonly string[], shown: Expected["shown"] = lines.length): readonly string[] {
  if (typeof shown === "object")
    return lines.join("\n").split("\n\n").slice(0, shown.paragraphs).join("\n\n").split("\n");
  return shown < 0 ? lines.slice(shown) : lines.slice(0, shown);
}

/** Gives the first people of a roster another city. */
function movePeople(file: string): void {
  const [header = "", ...rows] = readFileSync(file, "utf8").split("\n");
  const city = header.split(",").indexOf("city");
  const moved = rows.slice(0, CHANGED).map((row) =>
    row
      .split(",")
      .map((cell, index) => (index === city ? "Halifax" : cell))
      .join(","),
  );
  writeFileSync(file, [header, ...moved, ...rows.slice(CHANGED)].join("\n"));
}

function say(text: string): void {
  console.log(text);
}

function sayNext(): void {
  say(`
The pushes end with exit code 1 because of the six who break a limit. All of it lies in reports/start: report.html is a
page to look at, and rejects.csv holds the six, to be corrected and pushed.

Next:
  npm run userpush -- push --help   tells which settings a push of your own needs
  npm run userpush -- mock          answers for all three APIs at http://127.0.0.1:4010
  npm run docs                      writes guides, API pages and references into site/`);
}
