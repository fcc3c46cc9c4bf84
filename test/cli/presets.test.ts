import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ContractDouble, startContractDouble } from "../../src/testing/index.ts";
import { runUserpush } from "../support/userpush-process.ts";

const EXAMPLES = new URL("../../examples/", import.meta.url).pathname;

const folder = await mkdtemp(join(tmpdir(), "presets-"));
let double: ContractDouble;
beforeAll(async () => {
  double = await startContractDouble({ apis: ["opscom"] });
});
afterAll(async () => {
  await double.close();
  await rm(folder, { recursive: true });
});

test.each([
  {
    preset: "banner",
    file: "banner.csv",
    totals: { read: 29, pushed: 18, skipped: 7, rejected: 4 },
    skipped: {
      "a company": 2,
      "an old id": 2,
      deceased: 1,
      "last line of a spool": 1,
      "the same person as in an earlier row": 1,
    },
    rejected: ["last_name", "province", "email", "date_of_birth"],
  },
  {
    preset: "oneroster",
    file: "oneroster-users.csv",
    totals: { read: 26, pushed: 17, skipped: 7, rejected: 2 },
    skipped: { "a parent, guardian or relative": 4, "to be deleted": 2, "not enabled": 1 },
    rejected: ["email", "last_name"],
  },
])("an export with every trap is pushed by preset $preset alone", async (want) => {
  double.reset();
  const env = { OPSCOM_TENANT: "OC_TOMA", OPSCOM_API_TOKEN: "token", OPSCOM_BASE_URL: double.url };
  const brakes = [
    "--first-run",
    "--max-rejected",
    "50%",
    "--state",
    join(folder, want.preset, "state.sqlite"),
  ];
  const args = ["push", join(EXAMPLES, want.file), "--api", "opscom", "--preset", want.preset, "--json"];
  const { code, stdout } = await runUserpush([...args, ...brakes], { cwd: folder, env });
  const events = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  const rejects = events.filter(({ type, fate }) => type === "row" && fate === "rejected");
  expect(code).toBe(1);
  expect(double.people("opscom")).toHaveLength(want.totals.pushed);
  expect(events.at(-1)).toMatchObject({ totals: want.totals, skipped: want.skipped });
  expect(rejects.map(({ reasons }) => reasons[0].field)).toEqual(want.rejected);
});
