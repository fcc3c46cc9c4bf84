import { describe, expect, test } from "vitest";
import {
  ACTIVEPLATFORM,
  AP_FORM,
  type Asked,
  CCS,
  CCS_XML,
  FORM,
  OPSCOM,
  PROFILE,
  USER,
  useMock,
} from "./ask-mock.ts";

const { ask } = useMock();

const fault = (ErrorCode: number) => ({ ErrorCode, ErrorMessage: expect.any(String) });
const error = { error: expect.any(String) };
const problem = { status: 400, title: expect.any(String), detail: expect.any(String) };
const MIB = 1024 * 1024;

describe.each([
  ["OPS-COM, in JSON", { path: OPSCOM }, "{", '"\u00ff"', "application/json", fault(9003)],
  ["ActivePlatform, in JSON", { path: ACTIVEPLATFORM }, "[1,", '"\u00ff"', "application/json", error],
  ["ActivePlatform, in a form", AP_FORM, "a=%", "a=\u00ff", "application/json", error],
  [
    "CCS, in text/json",
    { ...CCS, as: "text/json" },
    "{'a':1}",
    '"\u00ff"',
    "application/problem+json",
    problem,
  ],
  ["CCS, in text/html", { ...CCS, as: "text/html" }, "<p>", '"\u00ff"', "application/problem+json", problem],
  ["CCS, in XML", CCS_XML, "<a>", "<a>\u00ff</a>", "application/problem+json", problem],
  ["CCS, in a form", { ...CCS, as: FORM }, "%zz=1", "a=\u00ff", "application/problem+json", problem],
])("a body for %s", (_, asked, malformed, latin1, type, json) => {
  test.each([
    ["malformed", malformed],
    ["empty", ""],
    ["blank", " \r\n"],
    ["not UTF-8", Buffer.from(latin1, "latin1")],
    ["absent", null],
  ])("is refused at once when it is %s", { timeout: 2_000 }, async (_, body) => {
    const refusal = { status: 400, type, json, findings: [{ code: "syntax" }] };
    expect(await ask({ ...asked, body })).toMatchObject(refusal);
  });
});

test.each([
  ["has escapes that are not UTF-8", USER.replace("=A", "=Andr%E9")],
  ["gives a list as text and as pairs", `${USER}&custom_attributes=x&custom_attributes[][key]=k`],
])("a form is refused that %s", async (_, body) => {
  expect(await ask({ ...AP_FORM, body })).toMatchObject({ status: 400, json: error });
});

describe("a request", () => {
  const allow = { headers: { allow: "POST" } };
  const namesJson = { json: { ErrorMessage: expect.stringContaining("application/json") } };
  test.each<[status: number, name: string, asked: Asked, more?: object]>([
    [404, "an unknown path", { path: "/api/OC_TOMA/v1" }, { type: "application/problem+json" }],
    [404, "a path with more behind it", { path: `${CCS.path}/` }],
    [404, "a path in another case", { path: "/Request/User" }],
    [405, "GET", { method: "GET" }, allow],
    [405, "PUT", { method: "PUT" }, allow],
    [405, "HEAD", { method: "HEAD" }, allow],
    [415, "text", { as: "text/plain" }, { json: fault(9003) }],
    [415, "XML for JSON", { as: "application/xml" }, namesJson],
    [415, "no Content-Type", { as: null }, { json: fault(9003) }],
    [413, "a body of more than 1 MiB", { body: JSON.stringify(PROFILE).padEnd(MIB + 1) }],
    [200, "a body of 1 MiB", { body: JSON.stringify(PROFILE).padEnd(MIB) }],
    [200, "a charset, and capitals", { as: "Application/JSON; charset=utf-8" }],
    [200, "a query that nobody asked for", { path: `${OPSCOM}?debug=1` }],
  ])("gets %i for %s", async (status, _, asked, more = {}) => {
    expect(await ask(asked)).toMatchObject({ status, ...more });
  });

  test.each<[code: number, name: string, change: object, path?: string]>([
    [9000, "an impossible tenant", {}, OPSCOM.replace("_", "%20")],
    [9000, "an empty tenant", {}, OPSCOM.replace("OC_TOMA", "")],
    [9000, "a tenant that no URL can hold", {}, OPSCOM.replace("OC_TOMA", "%zz")],
    [9001, "no token", { apiToken: undefined }],
    [9001, "an empty token", { apiToken: "" }],
    [9013, "no unique id", { unique_id: undefined }],
    [9013, "an empty unique id", { unique_id: "" }],
    [9014, "no login source", { login_source: undefined }],
    [9030, "a text that is too long", { first_name: "x".repeat(51) }],
    [9030, "a unique id that is too long", { unique_id: "x".repeat(51) }],
    [9032, "a text that is too short", { province: "O" }],
    [9033, "a date that no calendar has", { date_of_birth: "2001-02-30" }],
    [9033, "an id that is no number", { user_type_id: "six" }],
    [9033, "a number for a text", { first_name: 5 }],
    [9033, "an unknown key", { firstname: "Ann" }],
  ])("gets fault %i for %s", async (code, _, change, path = OPSCOM) => {
    const answer = await ask({ path, body: { ...PROFILE, ...change } });
    expect(answer).toMatchObject({ status: 400, json: fault(code) });
  });
});

describe("every finding", () => {
  const fields = (name: string) => Object.fromEntries(Array.from({ length: 99 }, (_, at) => [at + name, 1]));

  test("is in the message and in the header, each with its place", async () => {
    const body = { email: 5, firstName: "f", roleId: 1, title: "x".repeat(11) };
    const { findings, json } = await ask({ ...CCS, body });
    expect(findings.map(({ location }) => location.join("."))).toEqual([
      "request.body.email",
      "request.body.title",
    ]);
    expect(json).toMatchObject({ detail: findings.map(({ message }) => message).join("; ") });
  });

  test.each<[name: string, asked: Asked, count: number, last: RegExp]>([
    ["many fields", { body: fields("\u00e9\u0416\u{1f600}") }, 20, /^16\u00e9\u0416\u{1f600}$/u],
    ["long names", { body: fields("\u0416".repeat(999)) }, 20, /^16\u0416{38}\u2026$/],
    [
      "one long name twice",
      { ...CCS, as: FORM, body: `${"x".repeat(9_999)}=1&`.repeat(2) },
      5,
      /^x{40}\u2026$/,
    ],
  ])("fits into a header, in ASCII, with %s", async (_, asked, count, last) => {
    const { findings, header } = await ask(asked);
    expect(header).toMatch(/^[ -~]{1,16000}$/);
    expect(findings).toHaveLength(count);
    expect(findings.at(-1)?.location[2]).toMatch(last);
  });
});
