import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { createActiveplatformClient } from "../../src/apis/activeplatform.ts";
import { createOpscomClient } from "../../src/apis/opscom.ts";
import { http, type ScriptedServer, startScriptedServer } from "../support/scripted-server.ts";

const PERSON = { unique_id: "1", login_source: "OPSCOM" };
const SUCCESS = '{"status":"success","reference_id":44}';

let server: ScriptedServer;
beforeAll(async () => {
  server = await startScriptedServer();
});
afterAll(() => server.close());

function client(options: object) {
  return createOpscomClient({
    tenant: "OC_TOMA",
    apiToken: "token",
    baseUrl: server.url,
    random: () => 0,
    ...options,
  });
}

test("hooks learn of each attempt, its answer and each retry", async () => {
  const events: unknown[] = [];
  const on = (name: string) => (info: object) => void events.push([name, info]);
  server.play({ answer: http(503, "") }, { answer: http(200, SUCCESS) });
  await client({
    hooks: { onRequest: on("request"), onResponse: on("response"), onRetry: on("retry") },
  }).pushProfile(PERSON);
  const url = `${server.url}/api/OC_TOMA/v1/profiles/push`;
  const call = { operation: "pushProfile", method: "POST", url };
  expect(events).toEqual([
    ["request", { ...call, attempt: 1 }],
    ["response", { ...call, attempt: 1, status: 503, durationMs: expect.any(Number) }],
    ["retry", { ...call, attempt: 1, delayMs: 0, reason: "HTTP 503" }],
    ["request", { ...call, attempt: 2 }],
    ["response", { ...call, attempt: 2, status: 200, durationMs: expect.any(Number) }],
  ]);
});

test("the logger gets one line for each answer and each retry", async () => {
  const logger = { debug: vi.fn(), warn: vi.fn() };
  server.play({ answer: http(503, "") }, { answer: http(200, SUCCESS) });
  await client({ logger }).pushProfile(PERSON);
  const name = `pushProfile POST ${server.url}/api/OC_TOMA/v1/profiles/push`;
  expect(logger.debug.mock.calls.flat()).toEqual([
    expect.stringMatching(/attempt 1: HTTP 503 in \d+ ms$/),
    `${name} attempt 1: HTTP 503; next attempt in 0 ms`,
    expect.stringMatching(/attempt 2: HTTP 200 in \d+ ms$/),
  ]);
});

test("the token of a query is in no URL that is shown", async () => {
  const onRequest = vi.fn();
  server.play({ answer: http(200, "") });
  const options = { apiToken: "t0p-secret", baseUrl: server.url, hooks: { onRequest } };
  await createActiveplatformClient(options).safe.createUser({
    first_name: "A",
    last_name: "B",
    password: "pw",
    email: "a@b.ca",
  });
  expect(server.requests[0]).toContain("users.json?api_token=t0p-secret HTTP");
  expect(onRequest).toHaveBeenCalledWith(
    expect.objectContaining({ url: `${server.url}/api/vendor/v1/users.json` }),
  );
});

test("a hook that rejects later changes nothing, and is warned of", async () => {
  const logger = { debug: vi.fn(), warn: vi.fn() };
  server.play({ answer: http(200, SUCCESS) });
  const onRequest = async () => {
    throw new RangeError("a bug of the caller");
  };
  await client({ hooks: { onRequest }, logger }).pushProfile(PERSON);
  expect(logger.warn.mock.calls).toEqual([[expect.stringMatching(/a hook threw RangeError$/)]]);
});

test("a hook that throws what has no name to be printed does not end the process", async () => {
  const logger = { debug: vi.fn(), warn: vi.fn() };
  const unhandled = vi.fn();
  process.on("unhandledRejection", unhandled);
  onTestFinished(() => void process.off("unhandledRejection", unhandled));
  server.play({ answer: http(200, SUCCESS) });
  const onRequest = () => {
    throw { name: Symbol("nameless") };
  };
  await client({ hooks: { onRequest }, logger }).pushProfile(PERSON);
  await new Promise((resolve) => setImmediate(resolve));
  expect(unhandled).not.toHaveBeenCalled();
});

test("a logger that throws changes nothing", async () => {
  const fail = () => {
    throw new Error("the disk is full");
  };
  server.play({ answer: http(200, SUCCESS) });
  const options = { logger: { debug: fail, warn: fail }, validate: { warn: ["street2"] } };
  const result = await client(options).pushProfile({ ...PERSON, street2: "x".repeat(21) });
  expect(result).toMatchObject({ reference_id: 44 });
  expect(server.requests).toHaveLength(1);
});

test("a logger that fails later does not end the process", async () => {
  const unhandled = vi.fn();
  process.on("unhandledRejection", unhandled);
  onTestFinished(() => void process.off("unhandledRejection", unhandled));
  server.play({ answer: http(200, SUCCESS) });
  const fail = () => Promise.reject(new Error("the disk is full"));
  await client({ logger: { debug: fail, warn: fail } }).pushProfile(PERSON);
  await new Promise((resolve) => setImmediate(resolve));
  expect(unhandled).not.toHaveBeenCalled();
});

test.each([new TypeError("a bug"), undefined, null])(
  "a hook that throws %s is no matter without a logger",
  async (thrown) => {
    server.play({ answer: http(200, SUCCESS) });
    const onRequest = () => {
      throw thrown;
    };
    await expect(client({ hooks: { onRequest } }).pushProfile(PERSON)).resolves.toMatchObject({
      reference_id: 44,
    });
    const logger = { debug: vi.fn(), warn: vi.fn() };
    await client({ hooks: { onRequest }, logger }).pushProfile(PERSON);
    expect(logger.warn).toHaveBeenCalledOnce();
  },
);

test("a hook that throws changes nothing, and is warned of", async () => {
  const logger = { debug: vi.fn(), warn: vi.fn() };
  server.play({ answer: http(200, SUCCESS) });
  const onResponse = () => {
    throw new TypeError("a bug of the caller");
  };
  await expect(client({ hooks: { onResponse }, logger }).pushProfile(PERSON)).resolves.toMatchObject({
    reference_id: 44,
  });
  expect(logger.warn.mock.calls).toEqual([
    [expect.stringMatching(/^pushProfile POST .*: a hook threw TypeError$/)],
  ]);
});
