import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createOpscomClient } from "../../src/apis/opscom.ts";
import { undiciTransport } from "../../src/node/undici-transport.ts";
import { http, type ScriptedServer, startScriptedServer } from "../support/scripted-server.ts";
import { startTunnelProxy, type TunnelProxy } from "../support/tunnel-proxy.ts";

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
