import { describe, expect, onTestFinished, test } from "vitest";
import {
  type ApiName,
  startContractDouble,
  startContractMock,
  type VerifyResult,
  verifyContract,
} from "../../src/testing/index.ts";
import { type Plant, startPlantedApi } from "./planted-departures.ts";

const CALLER = { path: { tenant: "OC_TOMA" }, secret: "t0ken", keyPrefix: "test-" };

async function verify(api: ApiName, baseUrl: string, maxMs?: number): Promise<VerifyResult[]> {
  const results: VerifyResult[] = [];
  for await (const result of verifyContract({ api, baseUrl, maxMs, ...CALLER })) results.push(result);
  return results;
}

const findingsIn = (results: readonly VerifyResult[]) => results.flatMap(({ findings }) => findings);

describe.each(["opscom", "activeplatform", "ccs"] as const)("verify %s", (api) => {
  test.each([
    ["the mock", startContractMock],
    ["the double", startContractDouble],
  ])("finds nothing against %s", async (_, start) => {
    const server = await start();
    onTestFinished(() => server.close());
    const results = await verify(api, server.url);
    expect(results.length).toBeGreaterThan(1);
    expect(findingsIn(results)).toEqual([]);
  });

  test("writes nobody without a prefix for keys", async () => {
    const double = await startContractDouble();
    onTestFinished(() => double.close());
    const options = { api, baseUrl: double.url, ...CALLER, keyPrefix: undefined };
    for await (const _ of verifyContract(options));
    expect(double.people(api)).toEqual([]);
    expect(
      double.requests.filter(({ operation, findings }) => operation !== "listUserTypes" && !findings.length),
    ).toEqual([]);
  });

  test("marks every person whom it writes", async () => {
    const double = await startContractDouble();
    onTestFinished(() => double.close());
    await verify(api, double.url);
    const people = double.people(api).map(({ record }) => record);
    expect(people.length).toBeGreaterThan(0);
    for (const { email, unique_id = "test-" } of people) {
      expect([email, unique_id]).toEqual([expect.stringMatching(/^test-/), expect.stringMatching(/^test-/)]);
    }
  });
});

/** In the order of the calls: types, types elsewhere, types without token, push without token, push, again, keyless. */
const TEN: readonly Plant[] = [
  (answer) => {
    const [{ type_name, ...first }, second, { id: _, ...third }, ...rest] = answer.json.user_types;
    const user_types = [{ ...first, typeName: type_name }, { ...second, ext_info: 5 }, third, ...rest];
    return { ...answer, json: { ...answer.json, user_types } };
  },
  (answer) => ({ ...answer, status: 302, headers: { location: "https://elsewhere.example/" } }),
  (answer) => ({ ...answer, status: 200 }),
  (answer) => ({
    ...answer,
    status: 500,
    headers: { "content-type": "text/html" },
    text: "<h1>Server Error</h1>",
  }),
  (answer) => ({ ...answer, status: 201, json: { ...answer.json, reference_id: "44" } }),
  (answer) => ({ ...answer, headers: {} }),
  (answer) => ({ ...answer, delayMs: 2_500 }),
];

test("verify reports ten planted departures, each in its class, and nothing else", async () => {
  const api = await startPlantedApi(TEN);
  onTestFinished(() => void api.close());
  const findings = findingsIn(await verify("opscom", api.url, 2_400));
  const found = findings.map(({ operation, kind, field, standing }) => [operation, kind, field, standing]);
  expect(found.sort()).toEqual(
    [
      ["listUserTypes", "renamed member", "user_types[0].type_name", "documented"],
      ["listUserTypes", "wrong type", "user_types[1].ext_info", "documented"],
      ["listUserTypes", "missing member", "user_types[2].id", "inferred"],
      ["listUserTypes", "redirect", "", "documented"],
      ["listUserTypes", "fault in a success", "", "inferred"],
      ["pushProfile", "media type", "", "documented"],
      ["pushProfile", "status", "", "inferred"],
      ["pushProfile", "number as text", "reference_id", "documented"],
      ["pushProfile", "no content type", "", "documented"],
      ["pushProfile", "slow", "", undefined],
    ].sort(),
  );
  const lines = findings.flatMap(({ kind, change }) => (change ? [[kind, change.text]] : []));
  expect(Object.fromEntries(lines)).toMatchObject({
    "renamed member": "type_name:",
    "missing member": "required: [id, type_name, ext_info]",
    "number as text": "type: integer",
    status: '"200":',
  });
});

describe("verify reports", () => {
  const refused: Plant = (answer) => ({
    ...answer,
    status: 400,
    json: { ErrorCode: 9002, ErrorMessage: "no" },
  });
  const accepted: Plant = (answer) => ({
    ...answer,
    status: 200,
    json: { status: "success", user_types: [] },
  });
  const other: Plant = (answer) => ({ ...answer, json: { ErrorCode: 9002, ErrorMessage: "no" } });
  const renumbered: Plant = (answer) => ({ ...answer, json: { ...answer.json, reference_id: 45 } });

  test.each<[name: string, call: number, plant: Plant, kind: string, standing: string | undefined]>([
    ["a valid request that is refused", 0, refused, "refused", "inferred"],
    ["an invalid request that is accepted", 2, accepted, "accepted", "inferred"],
    ["another fault than the document names", 2, other, "other fault", "inferred"],
    ["a person who is called otherwise the second time", 5, renumbered, "other reference", "inferred"],
    ["a body that breaks off", 4, (answer) => ({ ...answer, text: '{"status":' }), "syntax", undefined],
    [
      "a value that is not listed",
      4,
      (answer) => ({ ...answer, json: { ...answer.json, status: "ok" } }),
      "wrong value",
      "documented",
    ],
    [
      "a fault without its message",
      6,
      (answer) => ({ ...answer, json: { ErrorCode: 9013 } }),
      "missing member",
      undefined,
    ],
  ])("%s", async (_, call, plant, kind, standing) => {
    const api = await startPlantedApi([...Array.from({ length: call }, () => undefined), plant]);
    onTestFinished(() => void api.close());
    const findings = findingsIn(await verify("opscom", api.url));
    expect(findings).toMatchObject([{ kind, ...(standing ? { standing } : {}) }]);
  });

  test("what never answers", async () => {
    const findings = findingsIn(await verify("ccs", "http://127.0.0.1:1"));
    expect(findings).toMatchObject([{ kind: "no answer" }, { kind: "no answer" }]);
  });
});
