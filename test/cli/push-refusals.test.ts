import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openState } from "../../src/bulk/state/open-state.ts";
import { refuseOldNode } from "../../src/cli/refuse-old-node.ts";
import { runUserpush } from "../support/userpush-process.ts";

const SETTINGS = { OPSCOM_TENANT: "OC_TEST", OPSCOM_API_TOKEN: "test-token" };

const folder = await mkdtemp(join(tmpdir(), "refusals-"));
beforeAll(async () => {
  await mkdir(join(folder, "folder"));
  await writeFile(join(folder, "odd.csv"), "Shoe Size,Hat\n42,none\n");
});
afterAll(() => rm(folder, { recursive: true }));

const runPush = (args: readonly string[], env: Record<string, string>) =>
  runUserpush(args, { cwd: folder, env });

describe("userpush push ends with 2 and one line that says what to do", () => {
  test.each<[string, string, Record<string, string>, RegExp]>([
    ["without a file", "", {}, /an argument is missing\. Usage: userpush push FILE… --api API$/],
    [
      "without a tenant",
      "x",
      { OPSCOM_TENANT: "" },
      /^userpush: the tenant is missing\. Give it by --tenant, OPSCOM_TENANT or opscom\.tenant in userpush\.yaml$/,
    ],
    [
      "without a token",
      "x",
      { OPSCOM_API_TOKEN: "" },
      /: the token is missing\. Give it by OPSCOM_API_TOKEN, --token-stdin, --token-file, .*userpush\.yaml$/,
    ],
    [
      "for an unknown API",
      "x --api nope",
      {},
      /there is no API "nope", which came from --api; there are opscom, activeplatform, ccs\.$/,
    ],
    ["for two APIs", "x --api opscom --api ccs", {}, /--api takes one value, and is given twice\. Try: /],
    ["for a missing file", "none.csv", {}, /none\.csv does not exist; /],
    ["for a folder", "folder", {}, /folder is a folder; /],
    [
      "for a header of no use",
      "odd.csv",
      {},
      /odd\.csv: .*no column for unique_id and login_source; none of what stands there \(2 cells\)/,
    ],
    ["for options that disagree", "x --format tsv --delimiter ;", {}, /--delimiter ";" came$/],
    ["for a bad tenant", "x", { OPSCOM_TENANT: "a/b" }, /--tenant, OPSCOM_TENANT or opscom\.tenant/],
    [
      "for a bad base URL",
      "x --base-url http://example.org",
      {},
      /--base-url, OPSCOM_BASE_URL or opscom\.base_url in userpush\.yaml: .*\(--allow-insecure-http allows it\)$/,
    ],
    [
      "for a misspelt field to warn of",
      "x --warn stret2",
      {},
      /--warn: .*"stret2".*Did you mean "street2"\?$/,
    ],
    [
      "for a misspelt field to require",
      "x --require emial",
      {},
      /--require: .*"emial".*Did you mean "email"\?$/,
    ],
    [
      "for a key whose limits are loosened",
      "x --warn unique_id",
      {},
      /unique_id tells one person from another/,
    ],
    [
      "for a missing file of settings",
      "x --config none.yaml",
      {},
      /none\.yaml does not exist; check its name and the folder you are in$/,
    ],
    [
      "for a missing file of a token",
      "x --token-file none.txt",
      {},
      /none\.txt does not exist; check its name/,
    ],
    ["for a folder in place of a mapping", "x --map folder", {}, /folder is a folder; name a file in it$/],
    [
      "for a report in a folder that is not there",
      "x --report nodir/a",
      {},
      /nodir\/a cannot be written: there is no folder nodir; create it, or name another file$/,
    ],
    ["for a bad token, unseen", "x", { OPSCOM_API_TOKEN: "xyz".repeat(20) }, /^(?!.*xyz).*OPSCOM_API_TOKEN/],
  ])("%s", async (_, line, environment, want) => {
    const api = line.includes("--api") ? [] : ["--api", "opscom"];
    const args = ["push", ...api, ...line.split(" ").filter(Boolean)];
    const { code, stdout, stderr } = await runPush(args, { ...SETTINGS, ...environment });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^userpush: .+\n$/);
    expect(stderr.trimEnd()).toMatch(want);
  });

  test.runIf(process.platform === "linux")("for a state where none can be", async () => {
    const args = ["push", "odd.csv", "--api", "opscom", "--state", "/proc/s"];
    const { code, stderr } = await runPush(args, SETTINGS);
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/^userpush: the state \/proc\/s cannot be made: /),
    ]);
  });

  test("without an API", async () => {
    const stderr =
      "userpush: api is missing. Give it by --api, USERPUSH_API or api in userpush.yaml; it is one of opscom, activeplatform, ccs\n";
    expect(await runPush(["push", "x"], SETTINGS)).toEqual({ code: 2, stdout: "", stderr });
  });
});

test("userpush push ends with 6 and one line while another run holds the state", async () => {
  const file = join(folder, "held.sqlite");
  const held = openState({ file, destination: "opscom https://ops.example OC_TOMA" });
  const { code, stdout, stderr } = await runPush(
    ["push", "odd.csv", "--api", "opscom", "--state", file],
    SETTINGS,
  );
  held.close();
  expect([code, stdout]).toEqual([6, ""]);
  expect(stderr).toMatch(/^userpush: another run \(process \d+, .*\) holds the state .*held\.sqlite; .*\n$/);
});

describe("a Node that is too old", () => {
  function refuse(node: string) {
    const said: (string | number)[] = [];
    const stderr = { write: (line: string) => said.push(line) };
    refuseOldNode({ versions: { node }, stderr, exit: (code: number) => said.push(code) } as never);
    return said;
  }

  test.each(["18.20.0", "20.20.2", "22.12.9"])("%s is refused in one line", (node) => {
    expect(refuse(node)).toEqual([`userpush: it needs Node 22.13 or later, and this is ${node}\n`, 2]);
  });

  test.each(["22.13.0", "24.0.0", "26.9.0"])("is not %s", (node) => {
    expect(refuse(node)).toEqual([]);
  });
});
