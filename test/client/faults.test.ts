import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isUserpushError } from "../../src/client/errors.ts";
import type { FaultFacts } from "../../src/contract/fault.ts";
import { pushProfile } from "../../src/generated/opscom/operations.gen.ts";
import { CALLS, type Call } from "../support/clients.ts";
import { http, type ScriptedServer, startScriptedServer } from "../support/scripted-server.ts";

const [PUSH, , CREATE] = CALLS as [Call, Call, Call];

let server: ScriptedServer;
beforeAll(async () => {
  server = await startScriptedServer();
});
afterAll(() => server.close());

function answer(status: number, body: object) {
  server.play({ answer: http(status, JSON.stringify(body)) });
}

describe("a fault of OPS-COM", () => {
  const faults: FaultFacts = pushProfile.faults;
  const table = Object.entries(faults.table ?? {});

  test.each(table)(
    "%s decides by its class, whatever the status",
    async (code, { class: kind = "rejected", meaning }) => {
      for (const status of [200, 400, 429, 500]) {
        answer(status, { ErrorCode: Number(code), ErrorMessage: "words of the API" });
        const result = await PUSH.call({ baseUrl: server.url });
        const fault = expect.objectContaining({ code: Number(code), meaning });
        const error = { code: kind, fault, attempts: 1, retryable: false, status };
        expect(result).toMatchObject({ ok: false, status, error });
      }
    },
  );

  test.each([
    ["that nobody knows", 9999],
    ["of another call", 9004],
  ])("with a code %s is a rejection, in its own words", async (_, code) => {
    answer(500, { ErrorCode: code, ErrorMessage: "The moon is full." });
    const result = await PUSH.call({ baseUrl: server.url });
    const message = `pushProfile failed: fault ${code}, The moon is full.`;
    expect(result).toMatchObject({
      ok: false,
      error: { code: "rejected", message, fault: { code }, attempts: 1 },
    });
  });

  test("that names no field is told in the API's own words too", async () => {
    answer(400, { ErrorCode: 9030, ErrorMessage: "city is too long" });
    const message = "pushProfile failed: fault 9030, A value is too long. The API says: city is too long";
    expect(await PUSH.call({ baseUrl: server.url })).toMatchObject({
      error: { message, fault: { code: 9030 } },
    });
  });

  test.each([
    ["null beside a success is none", null, { ok: true }],
    ["in no number is shown as it came", "X12", { ok: false, error: { fault: { meaning: "words" } } }],
  ])("%s", async (_name, ErrorCode, want) => {
    answer(200, { ErrorCode, ErrorMessage: "words", status: "success", reference_id: 44 });
    expect(await PUSH.call({ baseUrl: server.url })).toMatchObject(want);
  });

  test("without words is a rejection all the same", async () => {
    answer(200, { ErrorCode: 9999 });
    const result = await PUSH.call({ baseUrl: server.url });
    expect(result).toMatchObject({ ok: false, error: { fault: { meaning: "no reason given" } } });
  });
});

describe("an error of ActivePlatform", () => {
  test.each([
    ["nested", '{"error":{"email":["is taken"]}}', '{"email":["is taken"]}'],
    ["of odd members", '{"error":{"toString":1,"toJSON":2}}', '{"toString":1,"toJSON":2}'],
    ["too deep to be shown", `{"error":${"[".repeat(100_000)}${"]".repeat(100_000)}}`, "no reason given"],
  ])("whose words are %s is a rejection", async (_name, body, meaning) => {
    server.play({ answer: http(422, body) });
    const result = await CREATE.call({ baseUrl: server.url });
    expect(result).toMatchObject({ ok: false, error: { code: "rejected", fault: { meaning } } });
  });

  test("is a rejection in its own words", async () => {
    answer(422, { error: "password is missing" });
    const result = await CREATE.call({ baseUrl: server.url });
    const error = { code: "rejected", message: "createUser failed: password is missing", uncertain: false };
    expect(result).toMatchObject({ ok: false, error });
  });

  test.each([
    [200, "parse"],
    [401, "authentication"],
    [500, "server"],
  ])("with a %i is told by its status", async (status, code) => {
    answer(status, { error: "something" });
    expect(await CREATE.call({ baseUrl: server.url })).toMatchObject({ ok: false, error: { code } });
  });
});

test("an error is known as ours across two copies of the package", async () => {
  const specifier = "../../src/client/errors.ts?another-copy";
  const copy = (await import(specifier)) as typeof import("../../src/client/errors.ts");
  const error = new copy.NetworkError({ message: "lost" });
  expect(isUserpushError(error)).toBe(true);
  for (const other of [new Error("lost"), "lost", null, undefined, { code: "network" }]) {
    expect(isUserpushError(other)).toBe(false);
  }
});
