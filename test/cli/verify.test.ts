import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseXml } from "@rgrove/parse-xml";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { renderVerdict } from "../../src/cli/render/verify-text.ts";
import { type ContractDouble, startContractDouble } from "../../src/testing/index.ts";
import { startTunnelProxy } from "../support/tunnel-proxy.ts";

const BIN = new URL("../../src/cli/bin.ts", import.meta.url).pathname;
const CANARY = "canary42";

let double: ContractDouble;
beforeAll(async () => {
  double = await startContractDouble();
});
afterAll(() => double.close());

const verify = (...args: string[]) => verifyWith({}, ...args);

function verifyWith(
  more: NodeJS.ProcessEnv,
  ...args: string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
  const tokens = { OPSCOM_API_TOKEN: CANARY, ACTIVEPLATFORM_API_TOKEN: CANARY };
  const env = { PATH: process.env["PATH"], ...tokens, ...more };
  return new Promise((resolve) => {
    execFile(process.execPath, [BIN, "verify", ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

const opscom = (...more: string[]) =>
  verify("opscom", "--base-url", double.url, "--tenant", "OC_TOMA", ...more);

describe("userpush verify", () => {
  test("exits with 0 where all is as documented, and writes nobody unless it may", async () => {
    double.reset();
    const { code, stdout } = await opscom();
    expect(code).toBe(0);
    expect(stdout).toMatch(/4 calls, and every answer is as its document says\.\n$/);
    expect(double.people("opscom")).toEqual([]);
    expect(await opscom("--write", "--key-prefix", "zz-")).toMatchObject({ code: 0 });
    expect(double.people("opscom")).toMatchObject([{ record: { unique_id: "zz-1" }, pushes: 2 }]);
  });

  test("exits with 7 where the API departs, names the line, and says so in JUnit's XML", async () => {
    const folder = mkdtempSync(join(tmpdir(), "userpush-verify-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    double.failNext({ status: 200, body: { status: "success", userTypes: [] } });
    const { code, stdout, stderr } = await opscom("--junit", join(folder, "junit.xml"));
    const xml = readFileSync(join(folder, "junit.xml"), "utf8");
    expect(code).toBe(7);
    expect(statSync(join(folder, "junit.xml")).mode & 0o777).toBe(0o600);
    expect(stdout).toMatch(/renamed member \(documented\): `user_types` seems to be called `userTypes`/);
    const [, line = "0"] = /openapi\/opscom\.yaml:(\d+) {2}user_types:/.exec(stdout) ?? [];
    expect(readFileSync("openapi/opscom.yaml", "utf8").split("\n")[Number(line) - 1]?.trim()).toBe(
      "user_types:",
    );
    expect(parseXml(xml).root?.toJSON()).toMatchObject({
      name: "testsuites",
      children: expect.arrayContaining([
        expect.objectContaining({
          attributes: { failures: "1", name: "userpush verify opscom", tests: "4" },
        }),
      ]),
    });
    expect(stdout + stderr + xml).not.toContain(CANARY);
  });

  test.each([
    ["without an address", ["opscom", "--tenant", "OC_TOMA"], /--base-url is missing/],
    ["without a tenant", ["opscom", "--base-url", "https://127.0.0.1"], /tenant/],
    ["over plain http to another host", ["activeplatform", "--base-url", "http://192.0.2.1"], /http/],
    ["where there is nothing to ask", ["ccs", "--base-url", "http://127.0.0.1:1"], /--write/],
  ])("exits with 2 %s", async (_, args, message) => {
    const { code, stderr } = await verify(...args);
    expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
  });

  test("goes through the proxy of the environment", async () => {
    const proxy = await startTunnelProxy(double);
    onTestFinished(proxy.close);
    const place = ["--base-url", "http://api.example.test", "--allow-insecure-http", "--tenant", "OC_TOMA"];
    const { code, stdout } = await verifyWith({ HTTP_PROXY: proxy.url }, "opscom", ...place);
    expect([code, stdout]).toEqual([0, expect.stringContaining("every answer is as its document says")]);
    expect(proxy.asked).toContain("api.example.test:80");
  });

  test("exits with 5 where nothing answers", async () => {
    const result = await verify("opscom", "--base-url", "http://127.0.0.1:1", "--tenant", "OC_TOMA");
    expect(result).toMatchObject({ code: 5, stdout: expect.stringContaining("ECONNREFUSED") });
    expect(result.stdout).toMatch(/^silent {3}listUserTypes, as documented/);
    expect(result.stdout).toMatch(/\n4 calls, and no answer: the API could not be reached\. Check .*\n$/);
    expect(result.stdout).not.toContain("depart");
  });

  test("counts what was not answered beside what departs", async () => {
    const findings = (kind: "no answer" | "slow") => [{ kind, operation: "o", field: "", message: "m" }];
    const results = [findings("no answer"), findings("slow"), []].map((found) => ({
      ...{ name: "n", operation: "o", elapsedMs: 1, findings: found },
    }));
    expect(renderVerdict(results)).toBe(
      "3 calls, 1 departure, 0 of them from what was only inferred; 1 without an answer.",
    );
  });
});
