import { describe, expect, test } from "vitest";
import { PROFILE, useMock } from "./ask-mock.ts";

const { ask } = useMock();

const fault = (ErrorCode: number) => ({ ErrorCode, ErrorMessage: expect.any(String) });

describe("Prefer", () => {
  const success = { status: "success", reference_id: 44 };
  test.each<[prefer: string, status: number, json: object]>([
    ["code=400", 400, fault(9001)],
    ['code="400"', 400, fault(9001)],
    ["code=400, example=uniqueIdRequired", 400, fault(9013)],
    ["example=uniqueIdRequired; code=503", 503, fault(9013)],
    ["example=vendorSample", 200, success],
    ["code=200, example=vendorSample", 200, success],
    ["example=nobody", 404, {}],
    ["code=400, example=nobody", 404, {}],
    ["code=nonsense; =,;;example=", 200, success],
    ["code=99999", 200, success],
  ])("%s gets %i", async (prefer, status, json) => {
    expect(await ask({ headers: { prefer } })).toMatchObject({ status, json });
  });

  test("excuses no broken request", async () => {
    const answer = await ask({ headers: { prefer: "code=200" }, body: {} });
    expect(answer).toMatchObject({ status: 400, json: fault(9001) });
  });
});

describe("a page of another origin", () => {
  const origin = { origin: "https://any.example" };
  const allowed = { "access-control-allow-origin": "https://any.example", vary: "origin" };

  test("is told by the preflight that it may post with its headers", async () => {
    const asked = { "access-control-request-method": "POST", "access-control-request-headers": "x-any" };
    const answer = await ask({ method: "OPTIONS", headers: { ...origin, ...asked } });
    const headers = { ...allowed, "access-control-allow-headers": "x-any" };
    expect(answer).toMatchObject({ status: 204, headers });
    expect(answer.headers["access-control-allow-methods"]).toMatch(/\bPOST\b/);
  });

  test.each([
    [200, PROFILE],
    [400, {}],
  ])("may read the answer %i and its findings", async (status, body) => {
    const answer = await ask({ headers: origin, body });
    expect(answer).toMatchObject({ status, headers: allowed });
    expect(answer.headers["access-control-expose-headers"]).toMatch(/\bsl-violations\b/);
  });

  test("is the only one that hears of origins", async () => {
    expect(Object.keys((await ask({})).headers).join()).not.toMatch(/access-control|vary/);
  });
});
