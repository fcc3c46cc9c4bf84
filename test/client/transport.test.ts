import { expect, test } from "vitest";
import { createActiveplatformClient } from "../../src/apis/activeplatform.ts";
import { createOpscomClient } from "../../src/apis/opscom.ts";
import type { ClientOptions } from "../../src/client/settings.ts";
import type { Transport, TransportAnswer } from "../../src/client/transport.ts";

const PERSON = { unique_id: "1", login_source: "OPSCOM" };
const USER = { first_name: "A", last_name: "B", password: "pass-word", email: "a@b.ca" };
const SUCCESS = '{"status":"success","reference_id":44}';
const MEBIBYTE = 1024 * 1024;
const bytes = (text: string) => new TextEncoder().encode(text);

const opscom = (transport: Transport, options: ClientOptions = {}) =>
  createOpscomClient({ tenant: "OC_TOMA", apiToken: "token", maxRetries: 0, transport, ...options });

const activeplatform = (transport: Transport, options: Omit<ClientOptions, "baseUrl"> = {}) =>
  createActiveplatformClient({
    baseUrl: "https://vendor.example",
    apiToken: "token",
    random: () => 1,
    transport,
    ...options,
  });

/** Hands a body over in the chunks that it is given. */
function answering(chunks: readonly Uint8Array[], status = 200): Transport {
  return async () => ({
    status,
    headers: () => new Headers(),
    async read(sink) {
      for (const chunk of chunks) sink(chunk);
    },
  });
}

const failing = (reason: unknown): Transport => {
  return () => Promise.reject(reason);
};

const withCode = (code: string, more: object = {}) => Object.assign(new Error("no"), { code, ...more });
const outcomeOf = (transport: Transport, options?: ClientOptions) =>
  opscom(transport, options).safe.pushProfile(PERSON);
const messageOf = async (transport: Transport) => (await outcomeOf(transport)) as { error?: Error };

/** The success body, with blanks behind it up to a size. */
const padded = (size: number) => bytes(SUCCESS.padEnd(size));

test.each<[string, Uint8Array[]]>([
  ["in one piece", [padded(MEBIBYTE)]],
  ["in many pieces", [padded(MEBIBYTE - 20), bytes(" ".repeat(20))]],
])("a body of exactly 1 MiB is read, %s", async (_, chunks) => {
  expect(await outcomeOf(answering(chunks))).toMatchObject({ ok: true });
});

test.each<[string, Uint8Array[]]>([
  ["in one piece", [padded(MEBIBYTE + 1)]],
  ["in many pieces", [padded(MEBIBYTE), bytes(" ")]],
])("a body of one byte more is not, %s", async (_, chunks) => {
  const { error } = await messageOf(answering(chunks));
  expect(error).toMatchObject({ code: "parse", status: 200 });
  expect(error?.message).toBe("pushProfile failed: the answer has more than 1 MiB");
});

test("what came before the bound is the excerpt, and nothing after it", async () => {
  const { error } = await messageOf(answering([bytes("begin"), padded(MEBIBYTE)]));
  expect(error).toMatchObject({ excerpt: "begin" });
});

test("a character that is cut in two by the chunks of a body is read as one", async () => {
  const body = bytes('{"ErrorCode":4711,"ErrorMessage":"caf\u00e9 \u{1f600} ferm\u00e9"}');
  const chunks = Array.from(body, (byte) => Uint8Array.of(byte));
  const { error } = await messageOf(answering(chunks, 400));
  expect(error?.message).toContain("caf\u00e9 \u{1f600} ferm\u00e9");
});

test.each<[string, unknown, string]>([
  ["its code", withCode("ECONNRESET"), "no answer (ECONNRESET)"],
  [
    "the code of what is behind it",
    new TypeError("fetch failed", { cause: withCode("ECONNREFUSED") }),
    "no answer (ECONNREFUSED)",
  ],
  ["its message where it has no code", new TypeError("Failed to fetch"), "no answer (Failed to fetch)"],
  ["nothing where it is no error", "boom", "no answer"],
])("a connection that cannot be made is told by %s", async (_, reason, told) => {
  const { error } = await messageOf(failing(reason));
  expect(error?.message).toBe(`pushProfile failed: ${told}`);
  expect(error).not.toHaveProperty("fault");
});

test("an answer that breaks off says so", async () => {
  const broken: Transport = async () => ({
    status: 200,
    headers: () => new Headers(),
    read: () => Promise.reject(withCode("UND_ERR_SOCKET")),
  });
  const { error } = await messageOf(broken);
  expect(error?.message).toBe("pushProfile failed: the answer was cut off (UND_ERR_SOCKET)");
  expect(error).toMatchObject({ code: "network", status: 200 });
});

test.each([300, 304, 399])("an answer of %i is a redirect, and says what to check", async (status) => {
  const { error } = await messageOf(answering([], status));
  expect(error).toMatchObject({ code: "redirect", status });
  expect(error?.message).toContain("is a redirect, which is not followed");
});

test.each([299, 400])("an answer of %i is none", async (status) => {
  expect(await messageOf(answering([bytes(SUCCESS)], status))).not.toMatchObject({
    error: { code: "redirect" },
  });
});

/** Never answers, and remembers the signal that it was given. */
function silent() {
  const seen: AbortSignal[] = [];
  function transport({ signal }: { readonly signal: AbortSignal }): Promise<TransportAnswer> {
    seen.push(signal);
    return new Promise(() => undefined);
  }
  return { seen, transport };
}

test.each<[string, ClientOptions, string, string]>([
  ["an attempt", { timeoutMs: 5, deadlineMs: 5_000 }, "timeout", "the timeout has passed"],
  ["all of them", { timeoutMs: 5_000, deadlineMs: 5 }, "deadline", "the deadline has passed"],
  ["both", { timeoutMs: 5, deadlineMs: 5 }, "deadline", "the deadline has passed"],
])("the time of %s is over: the message says which, and the transport is told to stop", async (...row) => {
  const [, options, code, message] = row;
  const { seen, transport } = silent();
  function startTimer(callback: () => void): () => void {
    setImmediate(callback);
    return () => undefined;
  }
  const clock = { now: () => 0, startTimer };
  const { error } = (await outcomeOf(transport, { ...options, clock })) as { error?: Error };
  expect(error).toMatchObject({ code });
  expect(error?.message).toContain(message);
  const told = [true, expect.stringContaining(message)];
  expect(seen.map(({ aborted, reason }) => [aborted, reason.message])).toEqual([told]);
});

test("a caller who gives up is told so", async () => {
  const { transport } = silent();
  const signal = AbortSignal.abort(new Error("enough"));
  const { error } = (await opscom(transport).safe.pushProfile(PERSON, { signal })) as { error?: Error };
  expect(error?.message).toBe("pushProfile failed: the caller ended it");
  expect(error?.cause).toBe(signal.reason);
});

test("who gives up before the first attempt of a create has certainly created nobody", async () => {
  const { seen, transport } = silent();
  const outcome = await activeplatform(transport).safe.createUser(USER, { signal: AbortSignal.abort() });
  expect(outcome).toMatchObject({ ok: false, error: { code: "aborted", attempts: 0, uncertain: false } });
  expect(seen).toEqual([]);
});

test("who gives up while a create waits to be repeated has certainly created nobody", async () => {
  const controller = new AbortController();
  const onRetry = () => void setImmediate(() => controller.abort());
  const refused = failing(withCode("ECONNREFUSED", { syscall: "connect" }));
  const { signal } = controller;
  const outcome = await activeplatform(refused, { hooks: { onRetry } }).safe.createUser(USER, { signal });
  expect(outcome).toMatchObject({ ok: false, error: { code: "aborted", attempts: 1, uncertain: false } });
});

test("a create is not repeated where the wait took the time that its attempt needs, and has certainly created nobody", async () => {
  let now = 0;
  const clock = {
    now: () => now,
    startTimer(callback: () => void, delayMs: number) {
      // The machine sleeps while the second attempt is waited for.
      if (delayMs < 1_000) {
        now += 120_000;
        callback();
      }
      return () => undefined;
    },
  };
  let sent = 0;
  const throttled: Transport = async () => {
    sent += 1;
    return { status: 429, headers: () => new Headers(), read: async () => undefined };
  };
  const settings = { clock, random: () => 0.5, maxRetries: 3 };
  const outcome = await activeplatform(throttled, settings).safe.createUser(USER);
  expect(outcome).toMatchObject({ ok: false, error: { code: "rate_limit", attempts: 1, uncertain: false } });
  expect(sent).toBe(1);
});

test("a hook is told how long an answer took", async () => {
  let now = 1_000;
  const clock = { now: () => now, startTimer: () => () => undefined };
  const transport: Transport = async (request) => {
    now += 70;
    return answering([bytes(SUCCESS)])(request);
  };
  const seen: number[] = [];
  const onResponse = ({ durationMs }: { readonly durationMs: number }) => void seen.push(durationMs);
  await outcomeOf(transport, { clock, hooks: { onResponse } });
  expect(seen).toEqual([70]);
});

test("a field that is only warned of needs no logger", async () => {
  const client = opscom(answering([bytes(SUCCESS)]), { validate: { warn: ["email"] } });
  expect(await client.pushProfile({ ...PERSON, email: "odd" })).toMatchObject({ reference_id: 44 });
});

const REFUSED = { code: "ECONNREFUSED", syscall: "connect" };

test.each([
  ["of a create may have come to something", activeplatform, "/api/vendor/v1/users.json", {}, true],
  ["of a create may have come to nothing", activeplatform, "/api/vendor/v1/users.json", REFUSED, false],
  ["of an upsert is safe to be made again", opscom, "/api/{tenant}/v1/profiles/push", {}, false],
] as const)("a raw call %s, and says why it failed", async (_, create, path, reason, uncertain) => {
  const { raw } = create(failing(withCode("ECONNRESET", reason)));
  const post = raw.POST as (path: string, init: object) => Promise<unknown>;
  const init = { params: { path: { tenant: "A" }, query: { api_token: "t" } }, body: {} };
  await expect(post(path, init)).rejects.toMatchObject({
    code: "network",
    message: expect.stringMatching(/\(ECONN[A-Z]+\)$/),
    uncertain,
  });
});

test.each([204, 205])("a raw call takes a %i, which has no body", async (status) => {
  const { raw } = opscom(answering([], status));
  const { response } = await raw.POST("/api/{tenant}/v1/profiles/push", {
    params: { path: { tenant: "A" } },
    body: { ...PERSON, apiToken: "t" },
  });
  expect(response.status).toBe(status);
});
