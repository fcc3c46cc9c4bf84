import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ContractDouble, startContractDouble } from "../../src/testing/index.ts";

/** One block of commands in a guide, and what the guide promises of it. */
interface Step {
  readonly commands: string;
  readonly exitCode: number;
  readonly shown: readonly string[];
}

const FENCE = /(?:<!-- exits with (\d+) -->\n)?```(\w+)[^\n]*\n([\s\S]*?)```/g;

/** What a guide shows of files and of the program: it is no command of the guide, and nothing that one prints. */
const SHOWN = /<!-- generated: [\s\S]*?<!-- \/generated -->/g;

const guides = readdirSync("docs/guides")
  .map((file) => [file, readFileSync(`docs/guides/${file}`, "utf8")] as const)
  .map(([file, text]) => [file, stepsOf(text), text.includes("examples/userpush.yaml")] as const)
  .filter(([, steps]) => steps.length > 0);

/** The ten lines of the landing page: six of the 240 break a limit, and the second push finds nobody changed. */
const landing = [
  "first-push.sh",
  [
    {
      commands: readFileSync("examples/first-push.sh", "utf8"),
      exitCode: 1,
      shown: ["240 read = 234 pushed", "240 read = 0 pushed + 234 unchanged"],
    },
  ],
  false,
] as const;

describe("the commands of the guides", () => {
  let folder: string;
  let double: ContractDouble;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "userpush-guide-"));
    cpSync("examples", folder, { recursive: true });
    double = await startContractDouble({ apis: ["opscom"] });
  });
  afterEach(async () => {
    await double.close();
    rmSync(folder, { recursive: true });
  });

  test.each([landing, ...guides])(
    "%s: each ends as the guide says, and prints what it shows",
    async (_, steps, hasSettings) => {
      // Settings are found by themselves in the folder of a run: they are there for a guide that shows them.
      if (!hasSettings) rmSync(join(folder, "userpush.yaml"));
      const ended = await runSteps(steps, { folder, url: double.url });
      for (const [index, { commands, exitCode, shown }] of steps.entries()) {
        const { code, output } = ended[index] ?? { code: -1, output: "" };
        expect({ commands, code, output }).toEqual({ commands, code: exitCode, output });
        for (const line of shown) expect(output).toContain(line);
      }
    },
  );
});

/** The blocks of `sh` in a guide; what a block of `text` holds is shown by the commands before it. */
function stepsOf(guide: string): Step[] {
  const steps: { commands: string; exitCode: number; shown: string[] }[] = [];
  for (const [, exitCode, language, code = ""] of guide.replace(SHOWN, "").matchAll(FENCE)) {
    if (language === "sh") steps.push({ commands: code, exitCode: Number(exitCode ?? 0), shown: [] });
    if (language === "text") steps.at(-1)?.shown.push(...code.trimEnd().split("\n"));
  }
  return steps;
}

/** Runs the steps in one shell, as a reader would, and tells of each how it ended and what it printed. */
async function runSteps(steps: readonly Step[], { folder, url }: { folder: string; url: string }) {
  const script = steps.map(({ commands }) => `${commands}\necho "@@$?"`).join("\n");
  const env = { PATH: `${standIns(folder)}:${process.env["PATH"]}`, HOME: folder, OPSCOM_BASE_URL: url };
  const output = await new Promise<string>((done) => {
    execFile("bash", ["-c", `exec 2>&1\n${script}`], { cwd: folder, env }, (_, stdout) => done(stdout));
  });
  return [...output.matchAll(/([\s\S]*?)@@(\d+)\n/g)].map(([, text = "", code]) => ({
    output: text,
    code: Number(code),
  }));
}

/** What stands in for an installation: `npx userpush` is the built command line, and npm installs nothing. */
function standIns(folder: string): string {
  const bin = join(folder, ".bin");
  const userpush = `exec "${process.execPath}" "${resolve("dist/cli/bin.js")}" "$@"`;
  mkdirSync(bin);
  for (const [name, command] of [
    ["userpush", userpush],
    ["npx", 'exec "$@"'],
    ["npm", '[ "$1" = install ]'],
  ] as const) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${command}\n`, { mode: 0o755 });
  }
  return bin;
}
