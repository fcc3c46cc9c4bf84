import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type ContractDouble, startContractDouble } from "../../src/testing/index.ts";
import { sql } from "../bulk/state/scratch.ts";
import { runUserpush } from "../support/userpush-process.ts";
import { sumOf } from "./campus.ts";

let folder: string;
let double: ContractDouble;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "letter-case-"));
  double = await startContractDouble({ apis: ["ccs"] });
});
afterEach(async () => {
  await double.close();
  rmSync(folder, { recursive: true });
});

function writeRoster(...emails: string[]): void {
  const rows = emails.map((email) => `${email},Ann,Person,1`);
  writeFileSync(join(folder, "roster.csv"), ["email,firstName,lastName,roleId", ...rows].join("\n"));
}

async function run(...args: string[]) {
  const env = { CCS_BASE_URL: double.url };
  const { code, stdout } = await runUserpush(args, { cwd: folder, env });
  return { code, stdout, ...sumOf(stdout) };
}

test("who was pushed by an earlier userpush is known in any letter case, to the plan and to the push", async () => {
  writeRoster("Ann@Example.edu", "ben@example.edu");
  expect(await run("push", "roster.csv", "--api", "ccs", "--first-run")).toMatchObject({
    code: 0,
    pushed: 2,
  });
  const sent = double.requests.length;
  // Version 3 of a state kept keys as they were written.
  sql(
    join(folder, ".userpush", "state.sqlite"),
    "UPDATE people SET key = 'Ann@Example.edu' WHERE key = 'ann@example.edu'; PRAGMA user_version = 3",
  );
  writeRoster("ann@example.edu", "BEN@example.edu");
  const { stdout } = await run("plan", "roster.csv", "--api", "ccs", "--json");
  expect(JSON.parse(stdout)).toMatchObject({
    counts: { new: 0, frozen: 2 },
    changedFields: { email: 2 },
    ...{ missing: 0, known: 2 },
  });
  const pushed = await run("push", "roster.csv", "--api", "ccs");
  expect(pushed, pushed.stdout).toMatchObject({ code: 0, pushed: 0, skipped: 2 });
  expect(pushed.stdout).not.toContain("Missing");
  expect(double.requests.length).toBe(sent);
});
