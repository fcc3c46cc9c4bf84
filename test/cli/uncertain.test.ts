import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type ContractDouble, startContractDouble } from "../../src/testing/index.ts";
import { runUserpush } from "../support/userpush-process.ts";
import { sumOf } from "./campus.ts";

const HEADER = "email,firstName,lastName,roleId";
const PEOPLE = Array.from({ length: 20 }, (_, index) => `p${index}@example.edu,Ann,Person,1`);

let folder: string;
let double: ContractDouble;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "uncertain-"));
  double = await startContractDouble({ apis: ["ccs"] });
});
afterEach(async () => {
  await double.close();
  rmSync(folder, { recursive: true });
});

function write(file: string, rows: readonly string[]): void {
  writeFileSync(join(folder, file), [HEADER, ...rows].join("\n"));
}

async function push(...args: string[]) {
  const env = { CCS_BASE_URL: double.url };
  const command = ["push", ...args, "--api", "ccs", "--concurrency", "1"];
  const { code, stdout } = await runUserpush(command, { cwd: folder, env });
  return { code, stdout, ...sumOf(stdout) };
}

test("of people who are uncertain, those who did not arrive are sent again, and the others are not", async () => {
  write("roster.csv", PEOPLE);
  double.failNext("reset", { times: 1 });
  double.failNext("lostAnswer", { times: 1 });
  const first = await push("roster.csv", "--first-run");
  expect(first).toMatchObject({ code: 1, pushed: 18, uncertain: 2 });
  expect(first.stdout).toContain(
    "Push those who did not arrive, in a file of their own, with --uncertain resend",
  );

  const sent = double.requests.length;
  expect(await push("roster.csv")).toMatchObject({ code: 1, unchanged: 18, uncertain: 2 });
  expect(double.requests.length).toBe(sent);

  write("lost.csv", PEOPLE.slice(0, 1));
  const again = await push("lost.csv", "--uncertain", "resend", "--source", "lost");
  expect(again, again.stdout).toMatchObject({ code: 0, pushed: 1 });
  const rest = await push("roster.csv", "--uncertain", "delivered");
  expect(rest, rest.stdout).toMatchObject({ code: 0, pushed: 0, unchanged: 20 });
  expect(double.requests.length).toBe(sent + 1);

  // They belong to the roster as before: who leaves it is missed.
  write("roster.csv", PEOPLE.slice(1));
  const next = await push("roster.csv");
  expect(next).toMatchObject({ code: 0, unchanged: 19 });
  expect(next.stdout).toContain("Missing: 1 person");
});
