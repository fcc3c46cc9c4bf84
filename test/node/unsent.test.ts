import { once } from "node:events";
import { type AddressInfo, createServer, type Server } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { createCcsClient } from "../../src/apis/ccs.ts";
import { isDoubtful } from "../../src/bulk/send/error-kind.ts";
import type { UserpushError } from "../../src/client/errors.ts";
import { fetchTransport } from "../../src/client/fetch-transport.ts";
import type { Transport } from "../../src/client/transport.ts";
import { undiciTransport } from "../../src/node/undici-transport.ts";
import { startScriptedServer } from "../support/scripted-server.ts";
import { startTunnelProxy, type TunnelProxy } from "../support/tunnel-proxy.ts";

const USER = { email: "ann@example.com", firstName: "Ann", roleId: 1 };

/** Speaks no TLS, and closes the connection of whoever tries. */
let plain: Server;
const closing: (() => void)[] = [];
beforeAll(async () => {
  plain = createServer((socket) => {
    socket.on("error", () => undefined).once("data", () => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
  });
  await once(plain.listen(0, "127.0.0.1"), "listening");
});
afterAll(() => {
  plain.close();
});
afterEach(() => {
  vi.unstubAllEnvs();
  for (const close of closing.splice(0)) close();
});

async function refusing(status: string): Promise<TunnelProxy> {
  const server = await startScriptedServer();
  const proxy = await startTunnelProxy(server, status);
  closing.push(proxy.close, () => void server.close());
  vi.stubEnv("HTTPS_PROXY", proxy.url.replace("//", "//campus:PROXYPW@"));
  return proxy;
}

/** Creates a user, and tells what the create and a run make of its error. */
async function failureOf(transport: Transport, baseUrl = "https://api.example.test") {
  const result = await createCcsClient({ baseUrl, transport, maxRetries: 0 }).safe.addUser(USER);
  if (result.ok) throw new Error("nothing failed");
  const { error } = result;
  return { error, uncertain: error.uncertain, doubtful: isDoubtful(error as UserpushError) };
}

const CERTAIN = { uncertain: false, doubtful: false };

test.each<[status: string, code: number, retryable: boolean]>([
  ["407 Proxy Authentication Required", 407, false],
  ["403 Forbidden", 403, false],
  ["502 Bad Gateway", 502, true],
])("a proxy that refuses with %s has let nothing through, and is named", async (status, code, retryable) => {
  const proxy = await refusing(status);
  const transport = undiciTransport();
  const { error, ...rest } = await failureOf(transport);
  await transport.close();
  expect(rest).toEqual(CERTAIN);
  expect(error).toMatchObject({ code: retryable ? "network" : "configuration", retryable });
  expect(error.message).toBe(`addUser failed: the proxy refused the connection (${code})`);
  expect(JSON.stringify([error.message, error.stack, error.cause])).not.toContain("PROXYPW");
  expect(proxy.asked).toEqual(["api.example.test:443"]);
});

test("nothing is sent where the other side speaks no TLS", async () => {
  const transport = undiciTransport();
  const { port } = plain.address() as AddressInfo;
  const { error, ...rest } = await failureOf(transport, `https://127.0.0.1:${port}`);
  await transport.close();
  expect(rest).toEqual(CERTAIN);
  expect(error.message).toBe("addUser failed: no answer (ERR_SSL_WRONG_VERSION_NUMBER)");
});

test("a connection that is lost after the request may have delivered it", async () => {
  const transport = undiciTransport();
  const server = await startScriptedServer();
  closing.push(() => void server.close());
  server.play("resetAfterRequest");
  const { error, ...rest } = await failureOf(transport, server.url);
  await transport.close();
  expect(rest).toEqual({ uncertain: true, doubtful: true });
  expect(error.message).toContain("no answer (");
});

test.each<[string, Partial<Parameters<Transport>[0]>, string]>([
  ["no URL", { url: "no url" }, "ERR_INVALID_URL"],
  ["no method", { method: "NO METHOD" }, "UND_ERR_INVALID_ARG"],
  ["another protocol", { url: "ftp://127.0.0.1/" }, "UND_ERR_INVALID_ARG"],
])("a request with %s is never sent", async (_, change, code) => {
  const transport = undiciTransport();
  const broken: Transport = (request) => transport({ ...request, ...change });
  const { error, ...rest } = await failureOf(broken, "http://127.0.0.1:9");
  await transport.close();
  expect(rest).toEqual(CERTAIN);
  expect(error.message).toBe(`addUser failed: no answer (${code})`);
});

test("a port that fetch does not ask has got nothing", async () => {
  const { error, ...rest } = await failureOf(fetchTransport(), "http://127.0.0.1:6000");
  expect(rest).toEqual(CERTAIN);
  expect(error.message).toBe("addUser failed: no answer (bad port)");
});
