import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createActiveplatformClient } from "../../src/apis/activeplatform.ts";
import { createCcsClient } from "../../src/apis/ccs.ts";
import { createOpscomClient, type OpscomClient } from "../../src/apis/opscom.ts";
import {
  type ContractDouble,
  type ContractDoubleOptions,
  startContractDouble,
} from "../../src/testing/index.ts";

const ANN = { unique_id: "1", login_source: "OPSCOM", email: "ann@example.edu", user_name: "ann" };
const BOB = { unique_id: "2", login_source: "OPSCOM", email: "bob@example.edu", user_name: "bob" };
const USER = { first_name: "A", last_name: "B", password: "pass-word", email: "a@b.ca" };

let double: ContractDouble;
let opscom: OpscomClient;
beforeAll(async () => {
  double = await startContractDouble();
  opscom = client(double);
});
beforeEach(() => double.reset());
afterAll(() => double.close());

function client({ url: baseUrl }: ContractDouble, settings: { tenant?: string; apiToken?: string } = {}) {
  return createOpscomClient({ tenant: "OC_TOMA", apiToken: "t0ken", baseUrl, ...settings });
}

describe("an upsert", () => {
  test("creates a person, then updates the same one under the same reference", async () => {
    const first = await opscom.pushProfile(ANN);
    const other = await opscom.pushProfile(BOB);
    const again = await opscom.pushProfile({ ...ANN, city: "Ottawa" });
    expect([other.reference_id, again.reference_id]).toEqual([first.reference_id + 1, first.reference_id]);
    expect(double.people("opscom")).toMatchObject([
      { reference: first.reference_id, record: { ...ANN, city: "Ottawa" }, pushes: 2 },
      { reference: other.reference_id, record: BOB, pushes: 1 },
    ]);
  });

  test("keeps what a later push leaves out", async () => {
    await opscom.pushProfile({ ...ANN, city: "Ottawa" });
    await opscom.pushProfile({ ...ANN, first_name: "Ann" });
    expect(double.people("opscom")[0]?.record).toMatchObject({ city: "Ottawa", first_name: "Ann" });
  });

  test("tells people apart by login source and by tenant", async () => {
    const { unique_id } = ANN;
    await opscom.pushProfile({ unique_id, login_source: "OPSCOM" });
    await opscom.pushProfile({ unique_id, login_source: "LDAP" });
    await client(double, { tenant: "OC_OTHER" }).pushProfile({ unique_id, login_source: "OPSCOM" });
    expect(double.people("opscom").map(({ path }) => path["tenant"])).toEqual([
      "OC_TOMA",
      "OC_TOMA",
      "OC_OTHER",
    ]);
  });

  test.each([
    [9019, "email", { ...BOB, email: ANN.email }],
    [9020, "user_name", { ...BOB, user_name: ANN.user_name }],
  ])("is refused with %i when another person has the %s", async (code, field, profile) => {
    await opscom.pushProfile(ANN);
    const error = { fault: { code, field } };
    expect(await opscom.safe.pushProfile(profile)).toMatchObject({ ok: false, error });
    expect(double.people("opscom")).toHaveLength(1);
  });

  test("may take a value that its holder has given up, or that is empty", async () => {
    await opscom.pushProfile({ ...ANN, user_name: "" });
    await opscom.pushProfile({ ...ANN, email: "new@example.edu", user_name: "" });
    await opscom.pushProfile({ ...BOB, email: ANN.email, user_name: "" });
    expect(double.people("opscom")).toHaveLength(2);
  });

  test("never keeps the token", async () => {
    await opscom.pushProfile(ANN);
    expect(JSON.stringify([double.people("opscom"), double.requests])).not.toContain("t0ken");
  });
});

describe("a create", () => {
  test("adds the same e-mail again, and says so in the API's own words", async () => {
    const activeplatform = createActiveplatformClient({ apiToken: "t0ken", baseUrl: double.url });
    const answers = [await activeplatform.createUser(USER), await activeplatform.createUser(USER)];
    expect(answers).toMatchObject([
      { id: 1, first_name: "A", last_name: "B", email: "a@b.ca", status: "active" },
      { id: 2 },
    ]);
    expect(double.people("activeplatform").map(({ record }) => record["email"])).toEqual([
      "a@b.ca",
      "a@b.ca",
    ]);
    expect(JSON.stringify([double.people("activeplatform"), double.requests])).not.toMatch(/t0ken|pass-word/);
  });

  test.each(["json", "xml", "form"] as const)("is understood and answered in %s", async (format) => {
    const ccs = createCcsClient({ baseUrl: double.url, format });
    expect(await ccs.addUser({ firstName: "A", email: "a", roleId: 7 })).toEqual({ id: 1 });
    expect(double.people("ccs")).toMatchObject([{ record: { firstName: "A", email: "a", roleId: 7 } }]);
  });
});

describe("a site", () => {
  const SITE = {
    accepted: { tenant: ["OC_TOMA"], apiToken: ["t0ken"], login_source: ["OPSCOM"] },
    required: ["email", "last_name"],
  };
  const complete = { ...ANN, last_name: "Example" };
  const { email: _, ...withoutMail } = complete;

  test.each([
    ["another token", 9002, { apiToken: "other" }, complete],
    ["another tenant", 9000, { tenant: "OC_OTHER" }, complete],
    ["a login source that it does not know", 9015, {}, { ...complete, login_source: "LDAP" }],
    ["no e-mail where it asks for one", 9016, {}, withoutMail],
    ["an empty last name where it asks for one", 9018, {}, { ...complete, last_name: "" }],
  ])("refuses %s with %i", async (_, code, settings, profile) => {
    const result = await withDouble({ apis: ["opscom"], ...SITE }, async (site) => {
      const answer = await client(site, settings).safe.pushProfile(profile);
      return [answer, site.people("opscom").length];
    });
    expect(result).toMatchObject([{ ok: false, error: { fault: { code } } }, 0]);
  });

  test("takes everybody else, and lists its types to those who may ask", async () => {
    await withDouble({ apis: ["opscom"], ...SITE }, async (site) => {
      expect(await client(site).safe.pushProfile(complete)).toMatchObject({ ok: true });
      expect(await client(site).safe.listUserTypes()).toMatchObject({ ok: true });
      expect(await client(site, { apiToken: "other" }).safe.listUserTypes()).toMatchObject({
        ok: false,
        error: { fault: { code: 9002 } },
      });
    });
  });
});

describe("what breaks the contract", () => {
  test("is refused with the fault of the document, and remembers nobody", async () => {
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ apiToken: "t", login_source: "OPSCOM" });
    const url = `${double.url}/api/OC_TOMA/v1/profiles/push`;
    const answer = await fetch(url, { method: "POST", headers, body });
    expect(await answer.json()).toMatchObject({ ErrorCode: 9013 });
    expect(double.people("opscom")).toEqual([]);
  });
});

describe("a network that fails", () => {
  test("loses an answer after the person was created", async () => {
    const ccs = createCcsClient({ baseUrl: double.url });
    double.failNext("lostAnswer");
    const result = await ccs.safe.addUser({ firstName: "A", email: "a", roleId: 7 });
    expect(result).toMatchObject({ ok: false, error: { uncertain: true } });
    expect(double.people("ccs")).toHaveLength(1);
  });

  test("drops a connection before anything happened", async () => {
    double.failNext("reset");
    await expect(fetch(`${double.url}/request/user`, { method: "POST" })).rejects.toThrow("fetch failed");
    expect(double.people("ccs")).toEqual([]);
    expect(double.requests).toHaveLength(1);
  });
});

async function withDouble<T>(
  options: ContractDoubleOptions,
  use: (one: ContractDouble) => Promise<T>,
): Promise<T> {
  const one = await startContractDouble(options);
  try {
    return await use(one);
  } finally {
    await one.close();
  }
}
