import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createActiveplatformClient } from "../../src/apis/activeplatform.ts";
import { createCcsClient } from "../../src/apis/ccs.ts";
import { createOpscomClient } from "../../src/apis/opscom.ts";
import { type ContractMock, startContractMock } from "../../src/testing/index.ts";
import { http, type ScriptedServer, startScriptedServer } from "../support/scripted-server.ts";

const PUSH = "/api/{tenant}/v1/profiles/push";
const params = { path: { tenant: "OC_TOMA" } };
const body = { apiToken: "token", unique_id: "1", login_source: "OPSCOM" };

describe("the raw client", () => {
  let mock: ContractMock;
  let server: ScriptedServer;
  beforeAll(async () => {
    mock = await startContractMock();
    server = await startScriptedServer();
  });
  afterAll(async () => {
    await mock.close();
    await server.close();
  });

  function raw(baseUrl: string, timeoutMs = 10_000) {
    return createOpscomClient({ tenant: "OC_TOMA", apiToken: "token", baseUrl, timeoutMs }).raw;
  }

  test("gives data, and the response with its headers", async () => {
    const { data, response } = await raw(mock.url).POST(PUSH, { params, body });
    expect(data).toEqual({ status: "success", reference_id: 44 });
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/json"]);
  });

  test("sends what it is given, unchecked, and gives the fault as it came", async () => {
    const { error, response } = await raw(mock.url).POST(PUSH, { params, body: { ...body, unique_id: "" } });
    expect([response.status, error]).toEqual([
      400,
      { ErrorCode: 9013, ErrorMessage: "`unique_id` is empty" },
    ]);
  });

  test("writes forms and XML where the caller asks for them", async () => {
    const user = {
      first_name: "A",
      last_name: "B",
      password: "pw",
      email: "a@b.ca",
      custom_attributes: [{ key: "k", value: 1 }],
    };
    const form = {
      headers: { "content-type": "application/x-www-form-urlencoded" },
      params: { query: { api_token: "t" } },
    };
    const activeplatform = createActiveplatformClient({ apiToken: "t", baseUrl: mock.url }).raw;
    expect(
      (await activeplatform.POST("/api/vendor/v1/users.json", { ...form, body: user })).response.status,
    ).toBe(200);
    const xml = { headers: { "content-type": "text/xml; charset=utf-8" }, parseAs: "text" as const };
    const ccs = createCcsClient({ baseUrl: mock.url }).raw;
    expect(
      (await ccs.POST("/request/user", { ...xml, body: { roleId: 1, email: "", firstName: "A" } })).response
        .status,
    ).toBe(200);
  });

  test("writes JSON for a media type that no document names", async () => {
    server.play({ answer: http(200, "{}") });
    await raw(server.url).POST(PUSH, {
      params,
      body,
      headers: { "content-type": "application/vnd.api+json" },
    });
    expect(server.requests[0]).toContain(JSON.stringify(body));
  });

  test("repeats nothing", async () => {
    server.play({ answer: http(503, "") });
    expect((await raw(server.url).POST(PUSH, { params, body })).response.status).toBe(503);
    expect(server.requests).toHaveLength(1);
  });

  test("gives an answer that has no body", async () => {
    server.play({ answer: "HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n" });
    expect((await raw(server.url).POST(PUSH, { params, body })).response.status).toBe(204);
  });

  test("sends nothing for a signal that is aborted already, and fails with a typed error", async () => {
    const call = raw(server.url).POST(PUSH, { params, body, signal: AbortSignal.abort("no") });
    await expect(call).rejects.toMatchObject({ code: "aborted", cause: "no" });
  });

  test("shows no value of the caller in an error", async () => {
    server.play({ answer: "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 99\r\n\r\ntoken" });
    const error = await raw(server.url, 300)
      .POST(PUSH, { params, body })
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "timeout", excerpt: "***" });
  });
});
