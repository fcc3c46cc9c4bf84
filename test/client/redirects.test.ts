import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createOpscomClient } from "../../src/apis/opscom.ts";
import { fetchTransport } from "../../src/client/fetch-transport.ts";
import { undiciTransport } from "../../src/node/undici-transport.ts";
import { CALLS } from "../support/clients.ts";
import { http, type ScriptedServer, startScriptedServer } from "../support/scripted-server.ts";

const CODES = [301, 302, 303, 307, 308];

describe.each([
  ["fetch", fetchTransport()],
  ["undici", undiciTransport()],
])("a redirect through %s", (_, transport) => {
  let server: ScriptedServer;
  let other: ScriptedServer;
  beforeAll(async () => {
    server = await startScriptedServer();
    other = await startScriptedServer();
  });
  afterAll(async () => {
    await server.close();
    await other.close();
  });

  describe.each(CALLS)("of $name", ({ call }) => {
    test.each(CODES)("%s to another origin sends nothing there", async (code) => {
      server.play({ answer: http(code, "", [`location: ${other.url}/`]) });
      const result = await call({ baseUrl: server.url, transport });
      expect(result).toMatchObject({ ok: false, status: code, error: { code: "redirect", attempts: 1 } });
      expect([server.connections(), other.connections()]).toEqual([1, 0]);
    });
  });

  test.each(CODES)("%s is an error of the raw client too", async (code) => {
    server.play({ answer: http(code, "", [`location: ${other.url}/`]) });
    const { raw } = createOpscomClient({
      tenant: "OC_TOMA",
      apiToken: "token",
      baseUrl: server.url,
      transport,
    });
    const body = { apiToken: "token", unique_id: "1", login_source: "OPSCOM" };
    const params = { path: { tenant: "OC_TOMA" } };
    await expect(raw.POST("/api/{tenant}/v1/profiles/push", { params, body })).rejects.toMatchObject({
      code: "redirect",
      status: code,
    });
    expect([server.connections(), other.connections()]).toEqual([1, 0]);
  });
});
