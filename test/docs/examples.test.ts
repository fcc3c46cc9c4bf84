import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ContractMock, startContractMock } from "../../src/testing/index.ts";

const run = promisify(execFile);

/** What each program of examples/ must print. */
const OUTPUT: Readonly<Record<string, string | RegExp>> = {
  "push-one.ts": "OPS-COM knows her as 44\n",
  // The guide on errors shows it.
  "handle-errors.ts": readFileSync("examples/handle-errors.txt", "utf8"),
  "node-test.ts": /pass 3\n.*fail 0\n/,
  "contract-test.ts": [
    "added as 1",
    "addUser was not sent: `title` has 14 characters, the limit is 10",
    "",
  ].join("\n"),
};

describe("the programs in examples/", () => {
  let mock: ContractMock;
  beforeAll(async () => {
    mock = await startContractMock();
  });
  afterAll(() => mock.close());

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
    const { stdout } = await run(process.execPath, ["--import", loader, `examples/${file}`], { env });
    if (output instanceof RegExp) expect(stdout).toMatch(output);
    else expect(stdout).toBe(output);
  });
});
