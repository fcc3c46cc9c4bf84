import { createServer as createHttpServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createOpscomClient } from "../../src/apis/opscom.ts";
import { undiciTransport } from "../../src/node/undici-transport.ts";
import { http, type ScriptedServer, startScriptedServer } from "../support/scripted-server.ts";

const PERSON = { unique_id: "1", login_source: "OPSCOM" };
const SUCCESS = '{"status":"success","reference_id":44}';

/** A proxy that opens every tunnel to one server, wherever it was asked to go. */
let proxied: string[] = [];
let server: ScriptedServer;
const proxy = createHttpServer().on("connect", (request, socket: Socket) => {
  proxied.push(request.url ?? "");
  const upstream = connect(Number(new URL(server.url).port), "127.0.0.1", () => {
    socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
    upstream.pipe(socket).pipe(upstream);
  });
  upstream.on("error", () => socket.destroy());
  socket.on("error", () => upstream.destroy());
});

beforeAll(async () => {
  server = await startScriptedServer();
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  await server.close();
  proxy.close();
});
beforeEach(() => {
  proxied = [];
  server.play({ answer: http(200, SUCCESS) });
  vi.stubEnv("HTTP_PROXY", `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`);
  vi.stubEnv("HTTPS_PROXY", `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`);
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
  expect(proxied).toEqual(["api.example.test:80"]);
});

test("https is asked of the proxy of HTTPS_PROXY", async () => {
  vi.stubEnv("HTTP_PROXY", "");
  expect(await push("https://api.example.test")).toMatchObject({ ok: false, error: { code: "network" } });
  expect(proxied).toEqual(["api.example.test:443"]);
});

test("a request to this machine goes by no proxy", async () => {
  expect(await push(server.url)).toMatchObject({ ok: true });
  expect(proxied).toEqual([]);
});

test("a host of NO_PROXY is asked itself", async () => {
  vi.stubEnv("NO_PROXY", "api.example.invalid");
  expect(await push("http://api.example.invalid")).toMatchObject({ ok: false, error: { code: "network" } });
  expect(proxied).toEqual([]);
});
