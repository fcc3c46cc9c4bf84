import { getEventListeners } from "node:events";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createOpscomClient } from "../../src/apis/opscom.ts";
import { fetchTransport } from "../../src/client/fetch-transport.ts";
import type { ClientOptions } from "../../src/client/settings.ts";
import { undiciTransport } from "../../src/node/undici-transport.ts";
import { type Act, http, type ScriptedServer, startScriptedServer } from "../support/scripted-server.ts";
import { createVirtualClock } from "../support/virtual-clock.ts";

const PERSON = { unique_id: "1", login_source: "OPSCOM" };
const SUCCESS = '{"status":"success","reference_id":44}';
const HALF_AN_ANSWER = 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"sta';

/** How soon a call must settle after it was aborted. A timer of the same loop tells, however busy the machine is. */
const SOON_MS = 20;

function late(): Promise<string> {
  return new Promise((resolve) => setTimeout(resolve, SOON_MS, "late"));
}

describe.each([
  ["fetch", fetchTransport()],
  ["undici", undiciTransport()],
])("through %s", (_, transport) => {
  let server: ScriptedServer;
  beforeAll(async () => {
    server = await startScriptedServer();
  });
  afterAll(() => server.close());

  function client(options: ClientOptions = {}) {
    return createOpscomClient({
      tenant: "OC_TOMA",
      apiToken: "token",
      baseUrl: server.url,
      transport,
      ...options,
    });
  }

  test.each<[string, Act]>([
    ["in flight", "stall"],
    ["in the body", { answer: HALF_AN_ANSWER }],
    ["during the backoff", { answer: http(503, "", ["retry-after: 60"]) }],
  ])("an abort %s settles at once with the caller's reason", async (_name, act) => {
    server.play(act);
    const controller = new AbortController();
    const call = client().safe.pushProfile(PERSON, { signal: controller.signal });
    await expect.poll(() => server.requests.length).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 30));
    controller.abort(new Error("the user left"));
    const result = await Promise.race([call, late()]);
    expect(result).toMatchObject({
      ok: false,
      error: { code: "aborted", attempts: 1, cause: new Error("the user left") },
    });
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
  });

  test("an abort before sending sends nothing", async () => {
    server.play({ answer: http(200, SUCCESS) });
    const result = await client().safe.pushProfile(PERSON, { signal: AbortSignal.abort("no") });
    expect(result).toMatchObject({
      ok: false,
      error: { code: "aborted", attempts: 0, uncertain: false, cause: "no" },
    });
    expect(server.requests).toHaveLength(0);
  });

  test("a controller in place of its signal is refused before anything is sent", async () => {
    // @ts-expect-error: only JavaScript lets it pass.
    const call = client().safe.pushProfile(PERSON, { signal: new AbortController() });
    expect(await call).toMatchObject({
      ok: false,
      error: { code: "configuration", setting: "signal", message: "signal must be an AbortSignal" },
    });
  });

  test("no listener is left on a signal that is used for a thousand calls", async () => {
    server.play({ answer: http(200, SUCCESS) });
    const { signal } = new AbortController();
    const { safe } = client();
    for (let batch = 0; batch < 10; batch += 1) {
      await Promise.all(Array.from({ length: 100 }, () => safe.pushProfile(PERSON, { signal })));
    }
    expect(server.requests).toHaveLength(1000);
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });

  test("a deadline ends all attempts together, whatever each may take", async () => {
    server.play("stall");
    const clock = createVirtualClock();
    const result = await client({ deadlineMs: 400, timeoutMs: 150, random: () => 0, clock }).safe.pushProfile(
      PERSON,
    );
    expect(result).toMatchObject({ ok: false, error: { code: "deadline", attempts: 3 } });
    expect(clock.now()).toBe(400);
  });

  test("a wait that would outlast the deadline is not begun, and the error says how long it would be", async () => {
    server.play({ answer: http(429, "", ["retry-after: 60"]) });
    const result = await client({ deadlineMs: 5_000 }).safe.pushProfile(PERSON);
    expect(result).toMatchObject({
      ok: false,
      error: { code: "rate_limit", attempts: 1, retryAfterMs: 60_000, retryable: true },
    });
  });

  test("the raw client ends at its deadline, body included", async () => {
    server.play({ answer: HALF_AN_ANSWER });
    const { raw } = client({ timeoutMs: 150 });
    const body = { apiToken: "token", ...PERSON };
    const call = raw.POST("/api/{tenant}/v1/profiles/push", {
      params: { path: { tenant: "OC_TOMA" } },
      body,
    });
    await expect(call).rejects.toMatchObject({ code: "timeout", status: 200 });
  });
});
