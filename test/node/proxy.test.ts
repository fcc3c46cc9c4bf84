import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createOpscomClient } from "../../src/apis/opscom.ts";
import { undiciTransport } from "../../src/node/undici-transport.ts";
import { http, type ScriptedServer, startScriptedServer } from "../support/scripted-server.ts";
import { startTunnelProxy, type TunnelProxy } from "../support/tunnel-proxy.ts";
import { runUserpush } from "../support/userpush-process.ts";

const PERSON = { unique_id: "1", login_source: "OPSCOM" };
const SUCCESS = '{"status":"success","reference_id":44}';

let server: ScriptedServer;
let proxy: TunnelProxy;
beforeAll(async () => {
  server = await startScriptedServer();
  proxy = await startTunnelProxy(server);
});
afterAll(async () => {
  await server.close();
  proxy.close();
});
beforeEach(() => {
  proxy.asked.length = 0;
  server.play({ answer: http(200, SUCCESS) });
  vi.stubEnv("HTTP_PROXY", proxy.url);
  vi.stubEnv("HTTPS_PROXY", proxy.url);
});
afterEach(() => vi.unstubAllEnvs());

function push(baseUrl: string) {
  const transport = undiciTransport();
  const options = {
    tenant: "OC_TOMA",
    apiToken: "token",
    baseUrl,
    transport,
    allowInsecureHttp: true,
    maxRetries: 0,
  };
  return createOpscomClient(options)
    .safe.pushProfile(PERSON)
    .finally(() => transport.close());
}

test("a push goes through the proxy of the environment", async () => {
  expect(await push("http://api.example.test")).toMatchObject({ ok: true });
  expect(proxy.asked).toEqual(["api.example.test:80"]);
});

test("https is asked of the proxy of HTTPS_PROXY", async () => {
  vi.stubEnv("HTTP_PROXY", "");
  expect(await push("https://api.example.test")).toMatchObject({ ok: false, error: { code: "network" } });
  expect(proxy.asked).toEqual(["api.example.test:443"]);
});

test("a request to this machine goes by no proxy", async () => {
  expect(await push(server.url)).toMatchObject({ ok: true });
  expect(proxy.asked).toEqual([]);
});

test("a host of NO_PROXY is asked itself", async () => {
  vi.stubEnv("NO_PROXY", "api.example.invalid");
  expect(await push("http://api.example.invalid")).toMatchObject({ ok: false, error: { code: "network" } });
  expect(proxy.asked).toEqual([]);
});

test("a proxy without a scheme is one over http, as it is for curl", async () => {
  vi.stubEnv("HTTP_PROXY", proxy.url.replace("http://", ""));
  expect(await push("http://api.example.test")).toMatchObject({ ok: true });
  expect(proxy.asked).toEqual(["api.example.test:80"]);
});

test("the name in small letters wins, and empty it means that there is no proxy", async () => {
  vi.stubEnv("http_proxy", "");
  expect(await push("http://api.example.invalid")).toMatchObject({ ok: false, error: { code: "network" } });
  expect(proxy.asked).toEqual([]);
});

test.each<[what: string, value: string, reason: string]>([
  ["a blank in its host", "http://user:PROXYPW@ho st:9", "is not the URL of a proxy"],
  ["a port that is none", "user:PROXYPW@host:99999", "is not the URL of a proxy"],
  ["no host", "http://", "is not the URL of a proxy"],
  [
    "a scheme that is spoken with no proxy",
    "ftp://user:PROXYPW@host",
    "must begin with http:// or https://, and ftp: came",
  ],
  ["a bare % in its password", "http://user:PROXYPW%@host:9", "must be written as %25"],
])("a proxy with %s is refused by the name of its variable, without its value", (_, value, reason) => {
  vi.stubEnv("HTTPS_PROXY", value);
  const refused = catchError(() => undiciTransport());
  expect(refused).toMatchObject({ code: "configuration", setting: "HTTPS_PROXY" });
  expect(refused.message).toMatch(/^HTTPS_PROXY /);
  expect(refused.message).toContain(reason);
  expect(JSON.stringify([refused, refused.message, refused.stack])).not.toContain("PROXYPW");
});

test("the command line says what is wrong with a proxy, in one line and without its password", async () => {
  const env = { OPSCOM_TENANT: "OC_TOMA", OPSCOM_API_TOKEN: "t", HTTPS_PROXY: "http://user:PROXYPW@ho st:9" };
  const { code, stdout, stderr } = await runUserpush(["doctor", "opscom"], { cwd: import.meta.dirname, env });
  expect(code).toBe(2);
  expect(stderr).toContain("HTTPS_PROXY is not the URL of a proxy");
  expect(stdout + stderr).not.toMatch(/PROXYPW|bug of userpush/);
});

test("a proxy that hangs up is asked once, and nothing was sent", async () => {
  let asked = 0;
  const rude = createServer((socket) => {
    asked += 1;
    socket.on("error", () => undefined).once("data", () => socket.end());
  });
  await once(rude.listen(0, "127.0.0.1"), "listening");
  vi.stubEnv("HTTPS_PROXY", `http://127.0.0.1:${(rude.address() as AddressInfo).port}`);
  expect(await push("https://api.example.test")).toMatchObject({
    error: { code: "network", message: "pushProfile failed: no answer (the proxy hung up)" },
  });
  rude.close();
  expect(asked).toBe(1);
});

function catchError(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    return error as Error;
  }
  throw new Error("nothing was thrown");
}
