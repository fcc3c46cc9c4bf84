import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { activeplatformTarget } from "../../../src/bulk/target/activeplatform.ts";
import { ccsTarget } from "../../../src/bulk/target/ccs.ts";
import { opscomTarget } from "../../../src/bulk/target/opscom.ts";
import type { Target } from "../../../src/bulk/target/target.ts";
import { uniqueFields } from "../../../src/bulk/target/unique-fields.ts";
import { type ContractMock, startContractMock } from "../../../src/testing/index.ts";
import { http, type ScriptedServer, startScriptedServer } from "../../support/scripted-server.ts";

let mock: ContractMock;
let api: ScriptedServer;
beforeAll(async () => {
  mock = await startContractMock();
  api = await startScriptedServer();
});
afterAll(async () => {
  await mock.close();
  await api.close();
});

const TARGETS: readonly (readonly [string, (baseUrl: string) => Target, object])[] = [
  [
    "opscom",
    (baseUrl) => opscomTarget({ tenant: "OC_TOMA", apiToken: "t", baseUrl }),
    { unique_id: "7", login_source: "OPSCOM" },
  ],
  [
    "activeplatform",
    (baseUrl) => activeplatformTarget({ apiToken: "t", baseUrl }),
    { first_name: "A", last_name: "B", email: "a@b.ca", password: "pass-word" },
  ],
  ["ccs", (baseUrl) => ccsTarget({ baseUrl, format: "xml" }), { email: "a@b.ca", firstName: "A", roleId: 1 }],
];

describe.each(TARGETS)("the target %s", (name, create, person) => {
  test("sends a record, and finds what the API calls the person", async () => {
    const target = create(mock.url);
    const result = await target.push({ ...person }, {});
    expect(result).toMatchObject({ ok: true, status: 200 });
    expect(result.ok && target.referenceOf(result.data)).toMatch(/^\d+$/);
    expect(target.api).toBe(name);
  });

  test("sends once, and what the API would refuse too: the run decides", async () => {
    api.play({ answer: http(503, "") });
    const before = api.requests.length;
    const result = await create(api.url).push({}, {});
    expect(result).toMatchObject({ ok: false, status: 503 });
    expect(api.requests.length - before).toBe(1);
  });

  test("ends by its signal and by its time", async () => {
    api.play("stall");
    expect(await create(api.url).push({ ...person }, { timeoutMs: 50 })).toMatchObject({
      ok: false,
      error: { code: "timeout" },
    });
    expect(await create(api.url).push({ ...person }, { signal: AbortSignal.abort() })).toMatchObject({
      ok: false,
      error: { code: "aborted" },
    });
  });
});

describe("the destination", () => {
  test.each<[Target, string]>([
    [
      opscomTarget({ tenant: "OC_TOMA", apiToken: "t" }),
      "opscom https://controller.operationscommander.io OC_TOMA",
    ],
    [
      opscomTarget({ tenant: "OC-TOMA", apiToken: "t", baseUrl: "https://Ops.example:443/a/" }),
      "opscom https://ops.example/a OC-TOMA",
    ],
    [
      activeplatformTarget({ apiToken: "t", baseUrl: "https://ap.example" }),
      "activeplatform https://ap.example",
    ],
    [ccsTarget({ baseUrl: "http://127.0.0.1:4010/" }), "ccs http://127.0.0.1:4010"],
    [ccsTarget({ baseUrl: "http://ccs.example", allowInsecureHttp: true }), "ccs http://ccs.example"],
  ])("is API, address and tenant: %#", (target, want) => {
    expect(target.destination).toBe(want);
  });
});

describe("the key", () => {
  const { keyOf } = opscomTarget({ tenant: "OC_TOMA", apiToken: "t" });

  test.each([
    [{ unique_id: "00123456", login_source: "OPSCOM" }, "00123456/OPSCOM"],
    [{ unique_id: "a/b", login_source: "c" }, "a\\/b/c"],
    [{ unique_id: "a", login_source: "b/c" }, "a/b\\/c"],
    [{ unique_id: "a\\", login_source: "b" }, "a\\\\/b"],
  ])("is one text for each person: %o", (record, want) => {
    expect(keyOf(record)).toBe(want);
  });

  test("is the value alone where one field tells people apart", () => {
    expect(ccsTarget({ baseUrl: "https://ccs.example" }).keyOf({ email: "a/b@c.ca" })).toBe("a/b@c.ca");
  });
});

describe("an e-mail address", () => {
  const opscom = opscomTarget({ tenant: "OC_TOMA", apiToken: "t" });

  test.each<[Target, string | undefined]>([
    [opscom, undefined],
    [activeplatformTarget({ apiToken: "t", baseUrl: "https://ap.example" }), "email"],
    [ccsTarget({ baseUrl: "https://ccs.example" }), "email"],
  ])("alone tells people apart, or does not: %#", (target, want) => {
    expect(target.emailKey).toBe(want);
  });

  test.each([
    ["letter case", "Ann@X.edu", "ann@x.edu"],
    ["composition", "Ren\u00c9@x.edu", "rene\u0301@x.edu"],
  ])("in two spellings, by %s, is one key", (_, one, other) => {
    const { keyOf } = ccsTarget({ baseUrl: "https://ccs.example" });
    expect(keyOf({ email: one })).toBe(keyOf({ email: other }));
  });

  test("is as it is written in a key that is made of other members", () => {
    expect(opscom.keyOf({ unique_id: "Ann@X.edu", login_source: "OPSCOM" })).toBe("Ann@X.edu/OPSCOM");
  });

  test("is known among what must be unique", () => {
    expect(opscom.unique.map(({ field, isEmail }) => [field, isEmail])).toEqual([
      ["email", true],
      ["user_name", false],
    ]);
  });
});

describe("user types", () => {
  const listed = (types: readonly (readonly [id: string, name: string])[]) => {
    const user_types = types.map(([id, type_name]) => ({ id, type_name, ext_info: "Student" }));
    return http(200, JSON.stringify({ status: "success", user_types }));
  };
  const list = () => opscomTarget({ tenant: "OC_TOMA", apiToken: "t", baseUrl: api.url }).listUserTypes?.();

  test("are listed by name, and a name that two of them share names neither", async () => {
    api.play({
      answer: listed([
        ["1", "Full Time"],
        ["2", "Staff"],
        ["3", "Staff"],
        ["9", "Visitor"],
      ]),
    });
    const result = await list();
    expect(result?.ok && [...result.data]).toEqual([
      ["Full Time", "1"],
      ["Visitor", "9"],
    ]);
  });

  test("may be refused", async () => {
    api.play({ answer: http(200, '{"ErrorCode":9002,"ErrorMessage":"no"}') });
    expect(await list()).toMatchObject({ ok: false, error: { code: "authentication" } });
  });

  test("exist at OPS-COM alone", () => {
    expect(ccsTarget({ baseUrl: "https://ccs.example" }).listUserTypes).toBeUndefined();
  });
});

test("unique fields are those whose repetition the document answers with a code", () => {
  const answers = [
    { code: 9016, field: "email", rules: ["required"] },
    { code: 9019, field: "email", rules: ["unique"] },
    { code: 9022, rules: ["unique"] },
  ];
  expect(uniqueFields({ remedies: {}, answers: answers as never }, [])).toEqual([
    { field: "email", code: 9019, isEmail: false },
  ]);
});
