import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, test } from "vitest";

const BIN = new URL("../../src/cli/bin.ts", import.meta.url).pathname;
const JSON_TYPE = { "content-type": "application/json" };
const OPSCOM = "/api/OC_TOMA/v1/profiles/push";
const CANARY = "canary42";

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

/** Runs `userpush mock` as a shell would, with no more of an environment than it needs. */
function run(...args: string[]) {
  const env = { PATH: process.env["PATH"] };
  const child = spawn(process.execPath, [BIN, "mock", ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  running.push(child);
  async function end() {
    const [stdout, stderr, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, "close"),
    ]);
    return { code: code as number | null, stdout, stderr };
  }
  return { child, ended: end() };
}

/** A mock that is ready, on a free port. */
async function start(...args: string[]) {
  const { child, ended } = run("--port", "0", ...args);
  const died = ended.then(({ stderr }) => Promise.reject(new Error(stderr)));
  const [line] = (await Promise.race([once(child.stdout, "data"), died])) as [Buffer];
  const ready = line.toString();
  function stop(signal: NodeJS.Signals) {
    child.kill(signal);
    return ended;
  }
  const url = /http:\S+/.exec(ready)?.[0] ?? "";
  return { ready, url, stop };
}

async function post(url: string, body: unknown): Promise<number> {
  return (await fetch(url, { method: "POST", headers: JSON_TYPE, body: JSON.stringify(body) })).status;
}

const PROFILE = { apiToken: "t", unique_id: "u", login_source: "OPSCOM" };

describe("userpush mock", () => {
  test("says on one line where it is, and nothing else on standard output", async () => {
    const mock = await start();
    const statuses = [await post(mock.url + OPSCOM, PROFILE), await post(mock.url + OPSCOM, {})];
    const { stdout } = await mock.stop("SIGTERM");
    expect(statuses).toEqual([200, 400]);
    expect(stdout).toMatch(
      /^userpush mock ready: http:\/\/127\.0\.0\.1:\d+ \(opscom, activeplatform, ccs\)\n$/,
    );
  });

  test("answers for the APIs that are named", async () => {
    const mock = await start("ccs", "opscom");
    expect(mock.ready).toContain("(ccs, opscom)");
    expect(await post(mock.url + OPSCOM, PROFILE)).toBe(200);
    expect(await post(`${mock.url}/api/vendor/v1/users.json`, {})).toBe(404);
  });

  test.each(["SIGINT", "SIGTERM"] as const)(
    "stops with exit code 0 on %s, whatever is open",
    async (signal) => {
      const mock = await start();
      const port = Number(new URL(mock.url).port);
      expect(await post(mock.url + OPSCOM, PROFILE)).toBe(200);
      const [idle, busy] = [connect(port, "127.0.0.1"), connect(port, "127.0.0.1")];
      idle.write(`GET / HTTP/1.1\r\nHost: localhost\r\n\r\n`);
      await once(idle, "data");
      busy.write(
        `POST ${OPSCOM} HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n`,
      );
      await once(busy, "data");
      const closed = Promise.all([once(idle, "close"), once(busy, "close")]);
      expect(await mock.stop(signal)).toMatchObject({ code: 0 });
      await closed;
    },
    10_000,
  );

  test("logs each exchange on standard error, and no secret", async () => {
    const mock = await start();
    await post(mock.url + OPSCOM, { ...PROFILE, apiToken: CANARY, first_name: CANARY });
    await post(mock.url + OPSCOM, { ...PROFILE, apiToken: CANARY.repeat(9), date_of_birth: CANARY });
    await post(`${mock.url}/api/vendor/v1/users.json?api_token=${CANARY}`, {
      password: CANARY,
      email: CANARY,
    });
    await fetch(mock.url + OPSCOM, { method: "POST", headers: JSON_TYPE, body: `{"apiToken":"${CANARY}"` });
    const { stderr } = await mock.stop("SIGTERM");
    expect(stderr.match(/^POST \S+ \d{3}$/gm)).toEqual([
      `POST ${OPSCOM} 200`,
      `POST ${OPSCOM} 400`,
      "POST /api/vendor/v1/users.json?api_token=*** 400",
      `POST ${OPSCOM} 400`,
    ]);
    expect(stderr).not.toContain(CANARY);
  });

  test("exits with 2 and one line for an API that there is not", async () => {
    const { code, stdout, stderr } = await run("opscon").ended;
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^userpush: .*"opscon".*opscom, activeplatform, ccs\. Did you mean "opscom"\?\n$/);
  });

  test("exits with 2 and one line for a port that is taken", async () => {
    const mock = await start();
    const { port } = new URL(mock.url);
    const { code, stdout, stderr } = await run("--port", port).ended;
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toBe(`userpush: port ${port} is taken; try --port 0, which takes a free one\n`);
  });

  test("of an address that this machine has not", async () => {
    const { stderr } = await run("--port", "0", "--host", "203.0.113.9").ended;
    expect(stderr).toContain(
      "this machine has no such address as --host names; leave it out, or name 127.0.0.1",
    );
  });
});
