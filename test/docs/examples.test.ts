import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ContractMock, startContractMock } from "../../src/testing/index.ts";

const run = promisify(execFile);

/** What a page shows of a program; how long things took is never the same twice. */
const shown = (file: string) => steady(readFileSync(`examples/${file}`, "utf8"));
const steady = (text: string) => text.replace(/\d+ ms$/gm, "… ms");

/** What each program of examples/ must print. */
const OUTPUT: Readonly<Record<string, string | RegExp>> = {
  "push-one.ts": "OPS-COM knows her as 44\n",
  "handle-errors.ts": shown("handle-errors.txt"),
  "log-errors.ts": shown("log-errors.txt"),
  "watch-calls.ts": shown("watch-calls.txt"),
  "limit-calls.ts": shown("limit-calls.txt"),
  "check-first.ts": shown("check-first.txt"),
  "fast-transport.ts": "2 of 2 pushed\n",
  "raw-call.ts": "200 application/json { status: 'success', reference_id: 44 }\n",
  "push-roster.ts":
    /^234 new, 0 changed, 6 rejected\nrun 1 begins\ndone {\n {2}read: 240,\n {2}pushed: 234,\n/,
  "mock-agent.ts": "known as 44\n",
  "node-test.ts": /pass 3\n.*fail 0\n/,
  "contract-test.ts": [
    "added as 1",
    "addUser was not sent: `title` has 14 characters, the limit is 10",
    "",
  ].join("\n"),
};

describe("the programs in examples/", () => {
  let mock: ContractMock;
  const folder = mkdtempSync(join(tmpdir(), "userpush-examples-"));
  beforeAll(async () => {
    mock = await startContractMock();
    cpSync("examples/roster.csv", join(folder, "roster.csv"));
  });
  afterAll(async () => {
    await mock.close();
    rmSync(folder, { recursive: true });
  });

  test("are all known to this test", () => {
    expect(
      readdirSync("examples")
        .filter((file) => file.endsWith(".ts"))
        .sort(),
    ).toEqual(Object.keys(OUTPUT).sort());
  });

  test.each(Object.entries(OUTPUT))("%s runs against the mock as it stands", async (file, output) => {
    const env = {
      ...process.env,
      OPSCOM_TENANT: "OC_TOMA",
      OPSCOM_API_TOKEN: "YOUR-API-TOKEN",
      OPSCOM_BASE_URL: mock.url,
    };
    const loader = pathToFileURL("test/support/resolve-userpush.ts").href;
    const program = resolve(`examples/${file}`);
    const { stdout } = await run(process.execPath, ["--import", loader, program], { env, cwd: folder });
    if (output instanceof RegExp) expect(stdout).toMatch(output);
    else expect(steady(stdout)).toBe(output);
  });
});
