import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startContractDouble } from "../../src/testing/index.ts";
import { runUserpush } from "../support/userpush-process.ts";
import { openCampus, sumOf } from "./campus.ts";

const AUDIT = ["--audit", "audit.jsonl"];

/** A log of earlier nights that leaves room for few lines below 400 KiB. */
const EARLIER = `${"x".repeat(99)}\n`.repeat(3_900);

async function logged(folder: string): Promise<string[]> {
  const lines = (await readFile(join(folder, "audit.jsonl"), "utf8")).match(/^\{.*\}$/gm) ?? [];
  return lines.map((line) => JSON.parse(line).key);
}

test.skipIf(process.platform === "win32")(
  "where the log of pushes is full, nobody is known who is not in it, and the next run sends and logs the others",
  async () => {
    await using campus = await openCampus();
    await campus.writePeople(1_000);
    await campus.write("audit.jsonl", EARLIER);
    const { code, stdout } = await campus.runWithin(400, ["push", "roster.csv", "--first-run", ...AUDIT]);
    const { read, pushed = 0, uncertain = 0, "not attempted": left = 0 } = sumOf(stdout);
    expect([code, read, uncertain > 0, pushed + uncertain]).toEqual([
      8,
      1_000,
      true,
      campus.api.written.size,
    ]);
    expect(left).toBe(1_000 - pushed - uncertain);
    expect(stdout).toContain("Stopped: audit.jsonl cannot be written");
    expect(new Set(await logged(campus.folder)).size).toBeGreaterThanOrEqual(pushed);
    expect((await runUserpush(["status"], { cwd: campus.folder })).stdout).toContain("ended by an error");

    const rest = await campus.run(["push", "roster.csv", ...AUDIT]);
    expect([rest.code, sumOf(rest.stdout)]).toMatchObject([0, { unchanged: pushed, pushed: 1_000 - pushed }]);
    expect(new Set(await logged(campus.folder)).size).toBe(1_000);
  },
  60_000,
);

test.skipIf(process.platform === "win32")(
  "a change that the full log does not hold is sent again, also where it was sent without need",
  async () => {
    await using campus = await openCampus();
    await campus.writePeople(100);
    await campus.run(["push", "roster.csv", "--first-run"]);
    await campus.write("audit.jsonl", "x".repeat(400 * 1_024));
    const full = await campus.runWithin(400, ["push", "roster.csv", "--full", ...AUDIT]);
    expect([full.code, sumOf(full.stdout)]).toMatchObject([8, { pushed: 0 }]);
    const { uncertain = 0 } = sumOf(full.stdout);
    const rest = await campus.run(["push", "roster.csv", "--ignore-brakes", ...AUDIT]);
    expect([rest.code, sumOf(rest.stdout)]).toMatchObject([0, { pushed: uncertain }]);
    expect([uncertain > 0, (await logged(campus.folder)).length]).toEqual([true, uncertain]);
  },
  60_000,
);

/** A run at an API that only creates, which creates nobody twice. */
async function openCcs() {
  const campus = await openCampus();
  const double = await startContractDouble({ apis: ["ccs"] });
  const people = Array.from({ length: 1_000 }, (_, index) => `p${index}@example.edu,Ann,Person,1`);
  await campus.write("roster.csv", ["email,firstName,lastName,roleId", ...people].join("\n"));
  async function push(args: readonly string[], maxFileKib?: number) {
    const limit = maxFileKib === undefined ? {} : { maxFileKib };
    const options = { cwd: campus.folder, env: { CCS_BASE_URL: double.url }, ...limit };
    return await runUserpush(["push", "roster.csv", "--api", "ccs", ...args], options);
  }
  return {
    push,
    created: () => double.requests.length,
    async [Symbol.asyncDispose]() {
      await double.close();
      await campus[Symbol.asyncDispose]();
    },
  };
}

test.runIf(existsSync("/dev/full")).each([
  ["the log of pushes", ["--audit", "/dev/full"], undefined],
  ["the state", [], 200],
])(
  "where %s is full, whoever was created without a trace is uncertain, and is not created again",
  async (_, args, maxFileKib) => {
    await using ccs = await openCcs();
    const { code, stdout } = await ccs.push(["--first-run", ...args], maxFileKib);
    const { read, pushed = 0, uncertain = 0, "not attempted": left = 0 } = sumOf(stdout);
    const created = ccs.created();
    expect([code, read, uncertain > 0, pushed + uncertain]).toEqual([8, 1_000, true, created]);
    expect([left, stdout]).toEqual([1_000 - created, expect.stringContaining("They may have been created.")]);

    const rest = await ccs.push([]);
    expect([rest.code, sumOf(rest.stdout)]).toMatchObject([
      1,
      { unchanged: pushed, uncertain, pushed: left },
    ]);
    expect(ccs.created()).toBe(1_000);
  },
  60_000,
);
