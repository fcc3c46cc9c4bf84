import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import {
  type ContractMock,
  createContractFetch,
  startContractMock,
  type TestControls,
} from "../../src/testing/index.ts";
import { ACTIVEPLATFORM, CCS, OPSCOM, PROFILE } from "./ask-mock.ts";

type Fetch = typeof globalThis.fetch;
interface Kit extends TestControls {
  readonly url: string;
  readonly fetch: Fetch;
}

let mock: ContractMock;
const kits = new Map<string, Kit>();
beforeAll(async () => {
  mock = await startContractMock();
  kits.set("over a socket", { ...mock, fetch: (input, init) => globalThis.fetch(input, init) });
  kits.set("without a socket", await createContractFetch());
});
afterAll(() => mock.close());

describe.each(["over a socket", "without a socket"])("a mock %s", (name) => {
  let kit: Kit;
  beforeEach(() => {
    kit = kits.get(name) as Kit;
    kit.reset();
  });

  async function push({ body = PROFILE as object, path = OPSCOM, signal = null as AbortSignal | null } = {}) {
    const headers = { "content-type": "application/json", "x-api-key": "canary" };
    const init = { method: "POST", headers, body: JSON.stringify(body), signal };
    const answer = await kit.fetch(kit.url + path, init);
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  }

  test("answers as its document says", async () => {
    expect(await push()).toMatchObject({ status: 200, text: '{"status":"success","reference_id":44}' });
    expect(await push({ body: {} })).toMatchObject({ status: 400, text: expect.stringContaining("9001") });
    expect(await push({ path: "/nowhere" })).toMatchObject({ status: 404 });
  });

  test("keeps what arrived, in its order, without secrets", async () => {
    const user = { first_name: "A", last_name: "B", password: "canary", email: "a@b.ca" };
    await push({ body: { ...PROFILE, apiToken: "canary", city: "Ottawa", api_token: "canary" } });
    await push({ path: ACTIVEPLATFORM.replace("t0ken", "canary"), body: user });
    await push({ path: "/nowhere?token=canary" });
    expect(kit.requests).toMatchObject([
      {
        operation: "pushProfile",
        method: "POST",
        path: OPSCOM,
        body: { ...PROFILE, apiToken: "***", city: "Ottawa", api_token: "***" },
        findings: [{ field: "api_token", rule: "unknown" }],
      },
      {
        operation: "createUser",
        query: { api_token: "***" },
        body: { ...user, password: "***" },
        findings: [],
      },
      { path: "/nowhere", body: undefined },
    ]);
    expect(JSON.stringify(kit.requests)).not.toContain("canary");
  });

  test.each<[name: string, scripted: Parameters<Kit["respondWith"]>[0], status: number, text: string]>([
    ["an example by its name", { example: "uniqueIdRequired" }, 400, "9013"],
    ["an example with another status", { example: "uniqueIdRequired", status: 503 }, 503, "9013"],
    ["a fault by its code", { fault: 9015 }, 400, "The login source is invalid."],
    ["a fault with another status", { fault: 9015, status: 200 }, 200, "9015"],
    ["a fault of another call", { fault: 9004 }, 400, "Fault 9004"],
    ["a fault in words", { fault: "no more people" }, 400, "no more people"],
    ["a status", { status: 503, headers: { "retry-after": "1" }, body: "down" }, 503, "down"],
    ["a body that departs", { status: 200, body: { ErrorCode: "x" } }, 200, '{"ErrorCode":"x"}'],
  ])("answers with %s until it is reset", async (_, scripted, status, text) => {
    kit.respondWith(scripted);
    for (let time = 0; time < 2; time += 1) {
      expect(await push()).toMatchObject({ status, text: expect.stringContaining(text) });
    }
    kit.reset();
    expect(await push()).toMatchObject({ status: 200 });
    expect(kit.requests).toHaveLength(1);
  });

  test("says what is wrong with a request before it plays a fault or an example", async () => {
    kit.respondWith({ fault: 9015 });
    expect(await push({ body: {} })).toMatchObject({ text: expect.stringContaining("9001") });
    kit.respondWith({ example: "vendorSample" });
    expect(await push({ body: {} })).toMatchObject({ text: expect.stringContaining("9001") });
  });

  test("has no fault with a code where the document knows none", async () => {
    kit.respondWith({ fault: 9015 });
    const body = { firstName: "A", email: "a", roleId: 1 };
    expect(await push({ path: CCS.path, body })).toMatchObject({
      status: 500,
      text: expect.stringContaining("addUser knows no faults"),
    });
  });

  test("fails the next requests, one plan after the other, and no more", async () => {
    kit.failNext("429", { times: 2 });
    kit.failNext({ status: 503, headers: { "retry-after": "7" } });
    kit.failNext("500", { operation: "addUser" });
    const answers = [await push(), await push(), await push(), await push()];
    expect(answers.map(({ status }) => status)).toEqual([429, 429, 503, 200]);
    expect(answers[2]?.headers.get("retry-after")).toBe("7");
    expect((await push({ path: CCS.path })).status).toBe(500);
  });

  test.each(["reset", "lostAnswer"] as const)("drops the connection on %s", async (failure) => {
    kit.failNext(failure);
    const dropped = push();
    await expect(dropped).rejects.toBeInstanceOf(TypeError);
    await expect(dropped).rejects.toMatchObject({
      cause: { code: expect.stringMatching(/ECONNRESET|SOCKET/) },
    });
    expect(await push()).toMatchObject({ status: 200 });
  });

  test("stalls until its caller gives up", async () => {
    kit.failNext("stall");
    const controller = new AbortController();
    const stalled = push({ signal: controller.signal });
    setTimeout(() => controller.abort(new Error("enough")), 50);
    await expect(stalled).rejects.toThrow("enough");
    expect(await push()).toMatchObject({ status: 200 });
  });

  test.each([
    ["application/json", JSON.stringify],
    ["application/x-www-form-urlencoded", (user: object) => String(new URLSearchParams({ ...user }))],
  ])(
    "says of a token in a body of %s that it belongs in the query, and nothing else",
    async (type, write) => {
      const user = {
        first_name: "A",
        last_name: "B",
        password: "pass-word",
        email: "a@b.ca",
        api_token: "t",
      };
      const init = { method: "POST", headers: { "content-type": type }, body: write(user) };
      const answer = await kit.fetch(kit.url + ACTIVEPLATFORM.split("?", 1)[0], init);
      expect(await answer.text()).toBe('{"error":"api_token belongs in the query, and came in the body"}');
      expect(kit.requests[0]?.findings).toMatchObject([
        { in: "query", field: "api_token", rule: "required" },
      ]);
    },
  );

  test("masks no header that every fetch of Node sends", async () => {
    await push();
    const headers = Object.entries(kit.requests[0]?.headers ?? {});
    expect(headers.filter(([, value]) => value === "***")).toEqual([["x-api-key", "***"]]);
  });

  test("answers no sooner than its latency", async () => {
    kit.setLatency(60);
    const start = performance.now();
    await push();
    expect(performance.now() - start).toBeGreaterThan(55);
  });
});

test("its latency is one of fake timers, though they were put in place after its import", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { fetch, url, setLatency } = await createContractFetch({ apis: ["opscom"] });
  setLatency(60_000);
  let status = 0;
  const answered = fetch(url + OPSCOM, { method: "POST" }).then((answer) => {
    status = answer.status;
  });
  await vi.waitUntil(() => vi.getTimerCount() > 0);
  expect(status).toBe(0);
  await vi.advanceTimersByTimeAsync(60_000);
  await answered;
  expect(status).toBe(415);
});
