import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { createActiveplatformClient, type NewUser } from "../../src/apis/activeplatform.ts";
import { createCcsClient, type UserPost } from "../../src/apis/ccs.ts";
import { createOpscomClient, type Profile } from "../../src/apis/opscom.ts";
import { fetchTransport, type Result, type Transport } from "../../src/index.ts";
import {
  createContractFetch,
  type TestControls,
  validNewUser,
  validProfile,
  validUserPost,
} from "../../src/testing/index.ts";

/** Any characters at all, halves of characters among them. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    fc.constantFrom(..."<>&'\"\r\n\t +%=;[]{}\\\u0000\u001f\ufeff\uffff", "\ud83d", "\ude00"),
  ),
});

type Send = (record: object) => Promise<Result<object>>;
let contract: TestControls;
let transport: Transport;
beforeAll(async () => {
  const { fetch, ...controls } = await createContractFetch();
  contract = controls;
  transport = fetchTransport(fetch);
});

const apiToken = "t0ken";
const settings = (validate: boolean) => ({ baseUrl: "https://contract.test", transport, validate });

const CLIENTS: readonly [name: string, valid: object, connect: (validate: boolean) => Send][] = [
  [
    "OPS-COM",
    validProfile(),
    (validate) => (one) =>
      createOpscomClient({ ...settings(validate), apiToken, tenant: "OC_TOMA" }).safe.pushProfile(
        one as Profile,
      ),
  ],
  [
    "ActivePlatform",
    validNewUser(),
    (validate) => (one) =>
      createActiveplatformClient({ ...settings(validate), apiToken }).safe.createUser(one as NewUser),
  ],
  ...(["json", "xml", "form"] as const).map((format): (typeof CLIENTS)[number] => [
    `CCS in ${format}`,
    validUserPost(),
    (validate) => (one) => createCcsClient({ ...settings(validate), format }).safe.addUser(one as UserPost),
  ]),
];

describe.each(CLIENTS)("any text in any field, to %s,", (_, valid, connect) => {
  const records = fc
    .tuple(fc.constantFrom(...Object.keys(valid)), anyText)
    .map(([field, text]) => ({ ...valid, [field]: text }));

  test("is sent and accepted, or refused before it is sent", async () => {
    const judged = fc.asyncProperty(records, async (record) => {
      const result = await connect(true)(record);
      expect(result.ok || result.error.code).toBeOneOf([true, "validation"]);
    });
    await fc.assert(judged);
  });

  test("breaks neither client nor mock when nobody checks it before", async () => {
    contract.reset();
    const answered = fc.asyncProperty(records, async (record) => {
      const result = await connect(false)(record);
      expect(result.ok || result.error.code).toBeOneOf([true, "rejected", "http"]);
      if (!result.ok) expect(result.error).toMatchObject({ status: 400 });
    });
    await fc.assert(answered);
    expect(contract.requests.length).toBeGreaterThan(50);
  });
});
