import { Client } from "undici";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type ContractMock, startContractMock } from "../../src/testing/index.ts";

interface Asked {
  readonly path?: string;
  readonly method?: string;
  /** The Content-Type; null is none. */
  readonly as?: string | null;
  readonly headers?: Record<string, string>;
  /** Default: a profile; null is none. */
  readonly body?: string | Buffer | object | null;
}

const OPSCOM = "/api/OC_TOMA/v1/profiles/push";
const ACTIVEPLATFORM = "/api/vendor/v1/users.json?api_token=t0ken";
const FORM = "application/x-www-form-urlencoded";
const AP_FORM = { path: ACTIVEPLATFORM, as: FORM };
const CCS = { path: "/request/user" };
const CCS_XML = { path: "/request/user", as: "application/xml" };
const PROFILE = { apiToken: "t", unique_id: "u", login_source: "OPSCOM" };
const USER = "first_name=A&last_name=B&password=p&email=a@b.cd";
const MIB = 1024 * 1024;

let mock: ContractMock;
let client: Client;
let log: string[] = [];
beforeAll(async () => {
  mock = await startContractMock({ log: (line) => log.push(line) });
  client = new Client(mock.url);
});
beforeEach(() => {
  log = [];
});
afterAll(async () => {
  await client.close();
  await mock.close();
});

const fault = (ErrorCode: number) => ({ ErrorCode, ErrorMessage: expect.any(String) });
const error = { error: expect.any(String) };
const problem = { status: 400, title: expect.any(String), detail: expect.any(String) };

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

describe("the log", () => {
  const [secret, born] = ["canary42", "1987-06-05"];
  const person = { ...PROFILE, first_name: secret, driver_licence_num: secret, date_of_birth: born };
  test.each<[name: string, asked: Asked]>([
    ["an accepted body", { body: { ...person, apiToken: secret } }],
    ["texts that are too long", { body: { ...person, apiToken: secret.repeat(9), zip: secret.repeat(9) } }],
    ["texts of a wrong form", { body: { ...person, email: secret, date_of_birth: `${born}T` } }],
    ["values of a wrong type", { body: { ...person, city: [secret], street: { [secret]: 1 } } }],
    ["JSON that breaks off", { body: `{"apiToken":"canary42","first_name":"canary42` }],
    ["words for JSON", { body: "position 1987" }],
    ["XML for JSON", { body: `<Password>${secret}</Password>` }],
    ["XML that breaks off", { ...CCS_XML, body: `<UserPost><Password>${secret}</Password` }],
    ["XML of another root", { ...CCS_XML, body: `<canary42 canary42="canary42"/>` }],
    ["text", { as: "text/plain", body: secret }],
    ["JSON for a form", { ...AP_FORM, body: { password: secret } }],
    ["a form that breaks off", { ...AP_FORM, body: `password=${secret}%` }],
    ["a password twice", { ...AP_FORM, body: `password=${secret}&password=${secret}` }],
    ["a token in the query", { path: ACTIVEPLATFORM.replace("t0ken", secret), body: {} }],
    ["anything in a query", { path: `${OPSCOM}?password=${secret}&api%5Ftoken=${secret}` }],
    ["a query of an unknown path", { path: `/nowhere?apiToken=${secret}` }],
    ["a password before a host", { path: `http://ann:${secret}@any.example${OPSCOM}` }],
    ["tokens in headers", { headers: { authorization: `Bearer ${secret}`, cookie: secret } }],
  ])("keeps out %s", async (_, asked) => {
    const { status } = await ask(asked);
    expect(log).toEqual([expect.stringMatching(new RegExp(`^POST /\\S+ ${status}`))]);
    expect(log.join()).not.toMatch(/canary|1987/);
  });

  test("gives no more reasons than the answer", async () => {
    await ask({ body: Object.fromEntries(Array.from({ length: 99 }, (_, at) => [`x${at}`, 1])) });
    expect(log.join().split("\n").length).toBeLessThanOrEqual(21);
  });

  test("holds nothing that moves a terminal or forges a line", async () => {
    await ask({ body: { ...PROFILE, "\nPOST /request/user 200": 1, "\u001b[2J": 1, "\u009b2J": 1 } });
    expect(log.join().replaceAll("\n  ", "")).toMatch(/^\P{Cc}+$/u);
  });
});

describe("a mock", () => {
  test("of some APIs answers 404 for the others", async () => {
    const some = await startContractMock({ apis: ["ccs", "opscom"] });
    const statuses = await Promise.all(
      [OPSCOM, CCS.path, ACTIVEPLATFORM].map((path) => post(some.url + path)),
    );
    await some.close();
    expect(statuses).toEqual([200, 400, 404]);
  });

  test("of an unknown API is refused, with the names of those there are", async () => {
    const wrong = startContractMock({ apis: ["opscon" as "opscom"] });
    await expect(wrong).rejects.toThrow(/opscom, activeplatform, ccs.*"opscon"/);
  });

  test("on a port that is taken is refused, and leaves the other one alone", async () => {
    const port = Number(new URL(mock.url).port);
    await expect(startContractMock({ port })).rejects.toMatchObject({ code: "EADDRINUSE", port });
    expect(await post(mock.url + OPSCOM)).toBe(200);
  });

  test("on an IPv6 host has a URL that can be called", async () => {
    const one = await startContractMock({ host: "::1" });
    const status = await post(one.url + OPSCOM);
    await one.close();
    expect(one.url).toMatch(/^http:\/\/\[::1\]:\d+$/);
    expect(status).toBe(200);
  });

  test("stops with connections open, can be closed twice, and leaves its neighbour alone", async () => {
    const one = await startContractMock();
    expect([await post(one.url + OPSCOM), await post(mock.url + OPSCOM)]).toEqual([200, 200]);
    await Promise.all([one.close(), one.close()]);
    await one.close();
    await expect(post(one.url + OPSCOM)).rejects.toThrow("fetch failed");
    expect(await post(mock.url + OPSCOM)).toBe(200);
  });
});

async function post(url: string): Promise<number> {
  const headers = { "content-type": "application/json" };
  return (await fetch(url, { method: "POST", headers, body: JSON.stringify(PROFILE) })).status;
}

async function ask({
  path = OPSCOM,
  method = "POST",
  as = "application/json",
  headers,
  body = PROFILE,
}: Asked) {
  const bytes = typeof body === "object" && !Buffer.isBuffer(body) ? body && JSON.stringify(body) : body;
  const answer = await client.request({
    path,
    method: method as "POST",
    headers: { ...(as ? { "content-type": as } : {}), ...headers },
    body: method === "POST" ? bytes : null,
  });
  const text = await answer.body.text();
  const header = String(answer.headers["sl-violations"] ?? "[]");
  return {
    status: answer.statusCode,
    headers: answer.headers,
    type: answer.headers["content-type"],
    json: text && (JSON.parse(text) as unknown),
    header,
    findings: JSON.parse(header) as { location: string[]; code: string; message: string }[],
  };
}
