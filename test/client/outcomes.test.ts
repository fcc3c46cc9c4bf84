import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fetchTransport } from "../../src/client/fetch-transport.ts";
import { undiciTransport } from "../../src/node/undici-transport.ts";
import { CALLS, type Call } from "../support/clients.ts";
import { type Act, http, type ScriptedServer, startScriptedServer } from "../support/scripted-server.ts";

/** What a call comes to: the attempts made, the error's code (or `ok`), and whether a create may have happened. */
type Want = readonly [attempts: number, outcome: string, uncertain?: "uncertain"];

interface Case {
  readonly act: Act | "refused";
  readonly upsert: Want;
  readonly create: Want;
}

const MAX_RETRIES = 2;
const ALL = MAX_RETRIES + 1;
const HTML = "<html><body>Bad Gateway</body></html>";

const status = (code: number, body = "{}"): Act => ({ answer: http(code, body) });
const same = (act: Act | "refused", want: Want): Case => ({ act, upsert: want, create: want });
const transient = (act: Act, outcome: string): Case => ({
  act,
  upsert: [ALL, outcome],
  create: [1, outcome, "uncertain"],
});
const unclear = (act: Act, outcome: string): Case => ({
  act,
  upsert: [1, outcome],
  create: [1, outcome, "uncertain"],
});

const CASES: Readonly<Record<string, Case>> = {
  "a connection that is refused": same("refused", [ALL, "network"]),
  "a connection that is reset after the request was sent": transient("resetAfterRequest", "network"),
  "headers that never come": transient("stall", "timeout"),
  "a body that never ends": transient(
    { answer: 'HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 100\r\n\r\n{"sta' },
    "timeout",
  ),
  "a body that is cut off": transient(
    { answerThenReset: 'HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 100\r\n\r\n{"sta' },
    "network",
  ),
  "a body that is broken": unclear(status(200, '{"status": succ'), "parse"),
  "an empty 200": unclear(status(200, ""), "parse"),
  "a 200 with a page of a proxy": unclear(status(200, HTML), "parse"),
  "a 200 of a wrong shape": unclear(status(200, '{"hello":"world"}'), "parse"),
  "a body of more than 1 MiB": unclear(status(200, JSON.stringify("x".repeat(1024 * 1024))), "parse"),
  "a refusal of more than 1 MiB": same(status(400, "x".repeat(1024 * 1024 + 1)), [1, "rejected"]),
  "a refusal that is cut off": same(
    { answerThenReset: "HTTP/1.1 429 No\r\nconnection: close\r\ncontent-length: 100\r\n\r\nslow" },
    [ALL, "rate_limit"],
  ),
  "a 204": unclear({ answer: "HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n" }, "parse"),
  ...Object.fromEntries(
    [301, 302, 303, 307, 308].map((code) => [
      `a ${code}`,
      unclear({ answer: http(code, "", ["location: /elsewhere"]) }, "redirect"),
    ]),
  ),
  ...Object.fromEntries(
    [400, 404, 405, 409, 413, 415, 422].map((code) => [`a ${code}`, same(status(code), [1, "rejected"])]),
  ),
  ...Object.fromEntries([401, 403].map((code) => [`a ${code}`, same(status(code), [1, "authentication"])])),
  "a 408": transient(status(408), "server"),
  "a 429": same(status(429), [ALL, "rate_limit"]),
  ...Object.fromEntries(
    [500, 502, 503, 504].map((code) => [`a ${code}`, transient(status(code, HTML), "server")]),
  ),
};

describe.each([
  ["fetch", fetchTransport()],
  ["undici", undiciTransport()],
])("through %s", (_, transport) => {
  let server: ScriptedServer;
  let refusing: string;
  beforeAll(async () => {
    server = await startScriptedServer();
    refusing = await closedPort();
  });
  afterAll(() => server.close());

  function options(act: Act | "refused", outcome = "ok") {
    // Short only where time shall run out: a busy machine may be slow to answer.
    const timeoutMs = outcome === "timeout" ? 150 : 10_000;
    const baseUrl = act === "refused" ? refusing : server.url;
    return { baseUrl, transport, maxRetries: MAX_RETRIES, timeoutMs, random: () => 0 };
  }

  describe.each(CALLS)("$name", ({ call, repeatSafe, success }: Call) => {
    test.each(Object.entries(CASES))("%s", async (_name, { act, upsert, create }) => {
      const [attempts, outcome, uncertain] = repeatSafe ? upsert : create;
      if (act !== "refused") server.play(act);
      const result = await call(options(act, outcome));
      expect(result.ok ? ["ok"] : [result.error.attempts, result.error.code]).toEqual([attempts, outcome]);
      expect(!result.ok && result.error.uncertain).toBe(uncertain !== undefined);
      // Whoever repeats what is retryable creates nobody twice.
      expect(!result.ok && result.error.uncertain && result.error.retryable).toBe(false);
      // A request whose time ran out may still be on its way on a busy machine, and must not reach into the next test.
      if (act !== "refused") await expect.poll(() => server.requests.length).toBe(attempts);
    });

    test("a success after two 429s is a success", async () => {
      server.play(status(429), status(429), status(200, success));
      const result = await call(options(status(200)));
      expect(result).toMatchObject({ ok: true, status: 200 });
      expect(server.requests).toHaveLength(3);
    });

    test("maxRetries 0 means none", async () => {
      server.play(status(429));
      const result = await call({ ...options(status(200)), maxRetries: 0 });
      expect(result).toMatchObject({ ok: false, error: { code: "rate_limit", attempts: 1 } });
      expect(server.requests).toHaveLength(1);
    });
  });
});

async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}
