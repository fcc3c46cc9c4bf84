import { afterAll, beforeAll, expect, test } from "vitest";
import { createCcsClient } from "../../src/apis/ccs.ts";
import { isDoubtful } from "../../src/bulk/send/error-kind.ts";
import { type UndiciTransportOptions, undiciTransport } from "../../src/node/undici-transport.ts";
import { http, type ScriptedServer, startScriptedServer } from "../support/scripted-server.ts";

const USER = { email: "ann@example.com", firstName: "Ann", roleId: 1 };

let server: ScriptedServer;
beforeAll(async () => {
  server = await startScriptedServer();
  server.play({ answer: http(200, '{"id":1}') });
});
afterAll(() => server.close());

test("is closed as often as one likes, after what is in flight", async () => {
  const transport = undiciTransport();
  const { addUser } = createCcsClient({ baseUrl: server.url, transport });
  const [user] = await Promise.all([addUser(USER), transport.close(), transport.close()]);
  expect(user).toEqual({ id: 1 });
  await transport.close();
});

test("says that it was closed, once, and that nothing was sent", async () => {
  const transport = undiciTransport();
  await transport.close();
  const { safe } = createCcsClient({ baseUrl: server.url, transport });
  const result = await safe.addUser(USER);
  expect(result).toMatchObject({
    error: { code: "configuration", attempts: 1, retryable: false, uncertain: false },
  });
  if (result.ok) return;
  expect(result.error.message).toBe("addUser failed: the transport was closed");
  expect(isDoubtful(result.error)).toBe(false);
});

test.each<[what: string, options: unknown, message: string]>([
  ["is unknown", { conections: 5 }, "conections"],
  ["is no number", { connections: "5" }, "`connections` must be an integer, and text of 1 character came"],
  [
    "is more than a number can count",
    { connections: 1e300 },
    "`connections` must be at most 9007199254740991",
  ],
  ["is none at all", { connections: 0 }, "`connections` must be at least 1, and 0 came"],
  ["is half a connection", { connections: 1.5 }, "`connections` must be an integer, and a fraction came"],
  ["is inherited", Object.create({ connections: 0 }), "`connections` must be at least 1, and 0 came"],
  ["is empty", { connections: "" }, "`connections` must be an integer, and text of 0 characters came"],
  ["stands alone", 5, "the options must be an object"],
])("refuses an option that %s", (_, options, message) => {
  const make = () => undiciTransport(options as UndiciTransportOptions);
  expect(make).toThrow(expect.objectContaining({ code: "configuration" }));
  expect(make).toThrow(message);
});

test("takes a number of connections, and none", async () => {
  await undiciTransport({ connections: 1 }).close();
  await undiciTransport({ connections: undefined }).close();
});

test("rejects a reading with what its reader throws, though all of a small body has come", async () => {
  const transport = undiciTransport();
  const { signal } = new AbortController();
  const { read } = await transport({ url: server.url, method: "POST", headers: {}, body: "x", signal });
  await new Promise((resolve) => setTimeout(resolve, 50));
  const enough = new Error("enough");
  await expect(
    read(() => {
      throw enough;
    }),
  ).rejects.toBe(enough);
  await transport.close();
});
