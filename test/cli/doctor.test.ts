import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo, createServer as createTcpServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Io } from "../../src/cli/io.ts";
import { main } from "../../src/cli/main.ts";
import { type ContractMock, startContractMock } from "../../src/testing/index.ts";
import { OF_ANOTHER_HOST, SELF_SIGNED } from "../support/certificates.ts";
import { startTunnelProxy } from "../support/tunnel-proxy.ts";
import { runUserpush } from "../support/userpush-process.ts";

const TOKEN = "canary-4711";
const SETTINGS = { OPSCOM_TENANT: "OC_TOMA", OPSCOM_API_TOKEN: TOKEN, ACTIVEPLATFORM_API_TOKEN: TOKEN };

const folder = await mkdtemp(join(tmpdir(), "doctor-"));
let mock: ContractMock;
beforeAll(async () => {
  mock = await startContractMock();
  await writeFile(join(folder, "ca.pem"), SELF_SIGNED.cert);
});
afterAll(async () => {
  await mock.close();
  await rm(folder, { recursive: true });
});

const opened: { close: () => unknown }[] = [];
afterEach(() => {
  for (const server of opened.splice(0)) server.close();
});

async function listen(server: Server | ReturnType<typeof createTcpServer>): Promise<number> {
  opened.push(server);
  await once(server.listen(0, "127.0.0.1"), "listening");
  return (server.address() as AddressInfo).port;
}

/** An API that answers each request with the same. */
async function serve(status: number, body: string, headers: Record<string, string> = {}): Promise<string> {
  const answer: RequestListener = (_, response) => void response.writeHead(status, headers).end(body);
  return `http://127.0.0.1:${await listen(createServer(answer))}`;
}

const fault = (code: number) => JSON.stringify({ ErrorCode: code, ErrorMessage: `no, ${TOKEN}` });

/** Runs the doctor within this process, which is quicker; proxies and authorities need one of their own. */
async function runHere(argv: readonly string[]) {
  const [stdout, stderr]: [string[], string[]] = [[], []];
  const io: Io = {
    print: (line) => void stdout.push(line),
    say: (line) => void stderr.push(line),
    status: () => undefined,
    drained: async () => undefined,
    isOutputLost: async () => false,
    ...{ isTerminal: false, columns: 80, maxListed: 20 },
    ...{ environment: SETTINGS, signal: new AbortController().signal },
  };
  const code = await main(argv, io);
  return { code, stdout: stdout.join("\n"), stderr: stderr.join("\n") };
}

/** Runs the doctor; what it found by subject, as `ok`, `failed` or `not checked`. */
async function examine(api: string, baseUrl: string, environment?: Record<string, string>) {
  const args = ["doctor", api, "--base-url", baseUrl];
  const { code, stdout, stderr } = environment
    ? await runUserpush(args, { cwd: folder, env: { ...SETTINGS, ...environment } })
    : await runHere(args);
  expect(stdout + stderr).not.toContain(TOKEN);
  const lines = stdout
    .trimEnd()
    .split("\n")
    .map((line) => line.split(/ {2,}/));
  const outcomes = Object.fromEntries(lines.map(([outcome, subject]) => [subject, outcome]));
  const found = Object.fromEntries(lines.map(([, subject, text]) => [subject, text]));
  return { code, outcomes, found, stderr };
}

describe("the doctor finds", () => {
  test("nothing wrong with an OPS-COM that answers", async () => {
    const { code, outcomes, stderr } = await examine("opscom", mock.url);
    expect([code, stderr]).toEqual([0, ""]);
    expect(outcomes).toEqual({
      proxy: "ok",
      name: "ok",
      connection: "ok",
      answer: "ok",
      tenant: "ok",
      token: "ok",
    });
  });

  test.each(["activeplatform", "ccs"])(
    "that the token of %s cannot be checked without writing",
    async (api) => {
      const { code, outcomes, found } = await examine(api, mock.url);
      expect(code).toBe(0);
      expect(outcomes).toMatchObject({ answer: "ok", token: "not checked" });
      expect(found["token"]).toContain("only creates people");
    },
  );

  test.each<[string, string, number, string, number, object]>([
    [
      "a missing token",
      "opscom",
      200,
      fault(9001),
      4,
      { answer: "ok", tenant: "not checked", token: "failed" },
    ],
    [
      "a token without leave",
      "opscom",
      400,
      fault(9002),
      4,
      { answer: "ok", tenant: "not checked", token: "failed" },
    ],
    [
      "a wrong tenant",
      "opscom",
      400,
      fault(9000),
      4,
      { answer: "ok", tenant: "failed", token: "not checked" },
    ],
    [
      "a page where the API should be",
      "opscom",
      200,
      "<html>hello",
      4,
      { answer: "failed", token: "not checked" },
    ],
    [
      "an address that there is not",
      "opscom",
      404,
      "<!doctype html>",
      4,
      { answer: "failed", tenant: "not checked" },
    ],
    ["an API that is not well", "opscom", 503, "", 5, { answer: "failed", token: "not checked" }],
    ["a host that is not well", "ccs", 502, "", 5, { answer: "failed", token: "not checked" }],
  ])("%s at %s", async (_, api, status, body, code, want) => {
    const examined = await examine(api, await serve(status, body));
    expect(examined.outcomes).toMatchObject(want);
    expect(examined.code).toBe(code);
  });

  test("what to do about a fault, in the words of the document", async () => {
    const { found } = await examine("opscom", await serve(400, fault(9002)));
    expect(found["token"]).toBe(
      "fault 9002: The API token lacks the permission. Ask OPS-COM to allow this token to push profiles.",
    );
  });

  test.each(["opscom", "ccs"])("that %s leads elsewhere, and goes not there", async (api) => {
    const headers = { location: "https://elsewhere.example/x" };
    const { code, found } = await examine(api, await serve(307, "", headers));
    expect(code).toBe(4);
    expect(found["answer"]).toMatch(/^it leads .*\(HTTP 307\)\. Use /);
  });

  test("a name that nobody knows", async () => {
    const { code, outcomes, found } = await examine("opscom", "https://userpush.invalid");
    expect(code).toBe(5);
    expect(outcomes).toEqual({ proxy: "ok", name: "failed" });
    expect(found["name"]).toMatch(/^userpush\.invalid is not known \((ENOTFOUND|EAI_AGAIN)\)\. Check/);
  });

  test("a port that nobody listens on", async () => {
    const { code, outcomes, found } = await examine("ccs", "http://127.0.0.1:1");
    expect(code).toBe(5);
    expect(outcomes).toEqual({ proxy: "ok", name: "ok", connection: "failed" });
    expect(found["connection"]).toContain("(ECONNREFUSED)");
  });
});

describe("the doctor looks at a certificate", () => {
  const secure = async (pair: { cert: string; key: string }) => {
    const server = createSecureServer(pair, (_, response) => void response.end("{}"));
    return `https://localhost:${await listen(server)}`;
  };

  test("that nobody vouches for", async () => {
    const { code, outcomes, found } = await examine("ccs", await secure(SELF_SIGNED));
    expect(code).toBe(5);
    expect(outcomes).toMatchObject({ connection: "ok", certificate: "failed" });
    expect(found["certificate"]).toMatch(
      /^for localhost by Example Campus, \d{5} days left \(DEPTH_ZERO_SELF_SIGNED_CERT\)\. .*NODE_EXTRA_CA_CERTS\.$/,
    );
    expect(outcomes).not.toHaveProperty("answer");
  });

  test("that NODE_EXTRA_CA_CERTS vouches for", async () => {
    const extra = { NODE_EXTRA_CA_CERTS: join(folder, "ca.pem") };
    const { code, outcomes, found } = await examine("ccs", await secure(SELF_SIGNED), extra);
    expect(code).toBe(0);
    expect(outcomes).toMatchObject({ certificate: "ok", answer: "ok" });
    expect(found["certificate"]).toMatch(/days left; NODE_EXTRA_CA_CERTS is in use$/);
  });

  test("of another host", async () => {
    await writeFile(join(folder, "other.pem"), OF_ANOTHER_HOST.cert);
    const extra = { NODE_EXTRA_CA_CERTS: join(folder, "other.pem") };
    const { found } = await examine("ccs", await secure(OF_ANOTHER_HOST), extra);
    expect(found["certificate"]).toMatch(/^for other\.example .*ALTNAME.*Use the host name/);
  });

  test("and says where there is none at all", async () => {
    const port = new URL(mock.url).port;
    const { code, found } = await examine("ccs", `https://127.0.0.1:${port}`);
    expect(code).toBe(5);
    expect(found["certificate"]).toMatch(/^no TLS on this port \(.*\)\. Check the port/);
  });

  test("that is named in vain", async () => {
    const extra = { NODE_EXTRA_CA_CERTS: join(folder, "none.pem") };
    const { found } = await examine("ccs", await secure(SELF_SIGNED), extra);
    expect(found["certificate"]).toContain("NODE_EXTRA_CA_CERTS names a file that is not there");
  });
});

describe("the doctor goes through a proxy", () => {
  async function startProxy(status?: string): Promise<string> {
    const proxy = await startTunnelProxy(mock, status);
    opened.push(proxy);
    return proxy.url;
  }
  const insecure = { OPSCOM_ALLOW_INSECURE_HTTP: "true" };
  const host = "http://api.example.test";

  test("that stands before a host which only it knows", async () => {
    const HTTP_PROXY = await startProxy();
    const { code, found } = await examine("opscom", host, { ...insecure, HTTP_PROXY });
    expect(code).toBe(0);
    expect(found["proxy"]).toBe(`${new URL(HTTP_PROXY).host}, as HTTP_PROXY says`);
    expect(found["connection"]).toBe(
      `api.example.test listens on port 80 through ${new URL(HTTP_PROXY).host}`,
    );
  });

  test("that refuses it", async () => {
    const { code, found } = await examine("opscom", host, {
      ...insecure,
      HTTP_PROXY: await startProxy("403 Forbidden"),
    });
    expect(code).toBe(5);
    expect(found["connection"]).toMatch(/\(the proxy answers 403\)\. Ask whoever runs the proxy/);
  });

  test("but not for a host that NO_PROXY exempts", async () => {
    const environment = { ...insecure, HTTP_PROXY: "http://127.0.0.1:1", NO_PROXY: "example.test" };
    const { code, found } = await examine("opscom", host, environment);
    expect(code).toBe(5);
    expect(found["proxy"]).toBe('none: NO_PROXY exempts it by "example.test"');
    expect(found["name"]).toMatch(/^api\.example\.test is not known/);
  });
});

test("the doctor tells the same to programs", async () => {
  const args = ["doctor", "opscom", "--base-url", await serve(400, fault(9002)), "--json"];
  const { code, stdout } = await runUserpush(args, { cwd: folder, env: SETTINGS });
  const report = JSON.parse(stdout);
  expect([code, report.version, report.api, report.exitCode]).toEqual([4, 1, "opscom", 4]);
  expect(report.checks.at(-1)).toMatchObject({ subject: "token", outcome: "failed", exitCode: 4 });
});

test("the doctor reads the token from standard input", async () => {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    for await (const chunk of request) bodies.push(String(chunk));
    response.end('{"status":"success","user_types":[]}');
  });
  const url = `http://127.0.0.1:${await listen(server)}`;
  const args = ["doctor", "opscom", "--base-url", url, "--tenant", "T", "--token-stdin"];
  const { code } = await runUserpush(args, { cwd: folder, input: "from-stdin\n" });
  expect([code, bodies.join("")]).toEqual([0, '{"apiToken":"from-stdin"}']);
});
