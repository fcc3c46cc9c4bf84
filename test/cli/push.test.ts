import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ContractMock, startContractMock } from "../../src/testing/index.ts";

const BIN = new URL("../../src/cli/bin.ts", import.meta.url).pathname;
const ROSTER = new URL("../../examples/roster.csv", import.meta.url).pathname;
const TOKEN = "a-token-that-nobody-sees";
const SETTINGS = { OPSCOM_TENANT: "OC_TOMA", OPSCOM_API_TOKEN: TOKEN };

const folder = await mkdtemp(join(tmpdir(), "push-"));
let mock: ContractMock;
beforeAll(async () => {
  mock = await startContractMock({ apis: ["opscom"] });
});
afterAll(async () => {
  await mock.close();
  await rm(folder, { recursive: true });
});

/** Writes a roster of so many people, all of them valid. */
async function writeRoster(count: number): Promise<string> {
  const people = Array.from({ length: count }, (_, index) => `p${index},OPSCOM,Ann`);
  const file = join(folder, `${count}.csv`);
  await writeFile(file, ["unique_id,login_source,first_name", ...people].join("\n"));
  return file;
}

/** Runs `userpush` as a shell would, with no more of an environment than it is given. */
function start(args: readonly string[], environment: object) {
  const env = { PATH: process.env["PATH"], ...environment };
  const child = spawn(process.execPath, [BIN, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  async function end() {
    const output = [text(child.stdout), text(child.stderr), once(child, "close")] as const;
    const [stdout, stderr, [code]] = await Promise.all(output);
    expect(stdout + stderr).not.toContain(TOKEN);
    return { code: code as number, stdout, stderr };
  }
  return { child, ended: end() };
}

const push = (file: string, url: string, concurrency = "4") =>
  start(["push", file, "--api", "opscom", "--base-url", url, "--concurrency", concurrency], SETTINGS);

/** Starts an API that is as slow and as unfriendly as a test needs it, and counts its requests. */
async function serve(answerAfterMs: number, answer = '{"status":"success","reference_id":1}') {
  const server = createServer((_, response) => void setTimeout(() => response.end(answer), answerAfterMs));
  const seen = { requests: 0 };
  server.on("request", () => (seen.requests += 1));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { server, seen, url, [Symbol.dispose]: () => server.close().closeAllConnections() };
}

const totals = (pushed: number, rejected: number, failed: number, left: number) =>
  `${pushed + rejected + failed + left} read = ${pushed} pushed + ${rejected} rejected + ${failed} without an answer + ${left} not attempted\n`;

/** What the first of two signals is answered with. */
const FINISHING = "Finishing what is in flight; once more stops at once.\n";

describe("userpush push", () => {
  test("ends with 0 and one line of totals when everybody was pushed", async () => {
    const { ended } = push(await writeRoster(30), mock.url);
    expect(await ended).toEqual({ code: 0, stdout: totals(30, 0, 0, 0), stderr: "" });
  });

  test("ends with 1 and the rejects when some people were rejected", async () => {
    const { code, stdout, stderr } = await push(ROSTER, mock.url).ended;
    expect(stdout).toMatch(/^Rejected:\n( {2}line +\d+ {2}.+\n){6}\n/);
    expect(stdout).toMatch(/\nWhat to do:\n {2}fault 9013 {2}Give the person a unique_id\.\n/);
    expect([code, stdout.split("\n\n").at(-1), stderr]).toEqual([1, totals(234, 6, 0, 0), ""]);
  });

  test("does not show the token when the API does", async () => {
    using api = await serve(0, `{"ErrorCode":1,"ErrorMessage":"no, ${TOKEN}"}`);
    const { ended } = push(await writeRoster(1), api.url);
    expect(await ended).toMatchObject({ code: 1, stdout: expect.stringContaining("no, ***") });
  });

  test("ends with 4 when the API refuses the token", async () => {
    using api = await serve(0, '{"ErrorCode":9002,"ErrorMessage":"no"}');
    const { code, stdout, stderr } = await push(await writeRoster(30), api.url).ended;
    expect(stdout).toMatch(/^Stopped: .*fault 9002.*\nCheck the token.*\n\n/);
    expect([code, stdout.split("\n\n")[1], stderr]).toEqual([4, totals(0, 0, 0, 30), ""]);
  });

  test.each([1, 30])("ends with 5 when the API cannot be reached by any of %i people", async (count) => {
    const { code, stdout, stderr } = await push(await writeRoster(count), "http://127.0.0.1:1", "5").ended;
    const failed = stdout.match(/^ {2}line/gm)?.length ?? 0;
    expect(stdout).toMatch(/^No answer:\n {2}line +\d+ {2}pushProfile failed.*ECONNREFUSED/);
    expect([code, stdout.split("\n\n").at(-1), stderr]).toEqual([
      5,
      totals(0, 0, failed, count - failed),
      "",
    ]);
  });

  test("asks another host over plain http where it is told that this is allowed", async () => {
    const args = ["push", await writeRoster(1), "--api", "opscom", "--base-url", "http://userpush.invalid"];
    const { code, stdout } = await start([...args, "--allow-insecure-http"], SETTINGS).ended;
    expect([code, stdout]).toEqual([
      5,
      expect.stringMatching(/^No answer:\n {2}line 2 .*(ENOTFOUND|EAI_AGAIN)/),
    ]);
  });

  test("says before it sends which columns it does not send", async () => {
    const file = join(folder, "columns.csv");
    await writeFile(file, "unique_id,login_source,Shoe Size\np1,OPSCOM,43\n");
    const { stderr } = await push(file, mock.url).ended;
    expect(stderr).toBe("Not sent, because the API has no such field: Shoe Size\n");
  });

  test("pushes everybody all the same when nobody reads what it prints", async () => {
    using api = await serve(0, '{"ErrorCode":9019,"ErrorMessage":"no"}');
    const { child, ended } = push(await writeRoster(19), api.url);
    ended.catch(() => undefined);
    child.stdout.destroy();
    await once(child, "close");
    expect([child.exitCode, api.seen.requests]).toEqual([1, 19]);
  });

  describe.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("ends by %s with %i", (signal, code) => {
    test("after what is in flight, and with a complete summary", async () => {
      using api = await serve(400);
      const { child, ended } = push(await writeRoster(200), api.url, "3");
      await once(api.server, "request");
      child.kill(signal);
      const { stdout, ...rest } = await ended;
      const counts = totals(api.seen.requests, 0, 0, 200 - api.seen.requests);
      expect(stdout).toMatch(/^Stopped: the run was interrupted\nRun it again to go on/);
      expect(stdout.split("\n\n")[1]).toBe(counts);
      expect(rest).toEqual({ code, stderr: FINISHING });
    });

    test("at once when it comes twice", async () => {
      using api = await serve(60_000);
      const { child, ended } = push(await writeRoster(9), api.url);
      await once(api.server, "request");
      child.kill(signal);
      await wait(300);
      child.kill(signal);
      expect(await ended).toEqual({ code, stdout: "", stderr: FINISHING });
    });
  });
});
