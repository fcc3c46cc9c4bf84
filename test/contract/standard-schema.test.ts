import type { StandardSchemaV1 } from "@standard-schema/spec";
import { describe, expect, expectTypeOf, test } from "vitest";
import { type Profile, profileValidator } from "../../src/apis/opscom.ts";
import { bodyRule } from "../../src/contract/body-rule.ts";
import { createCheck } from "../../src/contract/check.ts";
import type { OperationFacts } from "../../src/contract/operation.ts";
import { createValidator } from "../../src/contract/standard-schema.ts";
import { createUser } from "../../src/generated/activeplatform/operations.gen.ts";
import { addUser } from "../../src/generated/ccs/operations.gen.ts";
import { listUserTypes, pushProfile } from "../../src/generated/opscom/operations.gen.ts";

const valid: Profile = { unique_id: "00123456", login_source: "OPSCOM" };

/** What a library does that knows the specification, and knows nothing of userpush. */
async function validateAnything<T extends StandardSchemaV1>(
  schema: T,
  input: unknown,
): Promise<StandardSchemaV1.Result<StandardSchemaV1.InferOutput<T>>> {
  return await schema["~standard"].validate(input);
}

describe("a validator", () => {
  test("is a Standard Schema of its type", () => {
    const schema: StandardSchemaV1<Profile, Profile> = profileValidator;
    expectTypeOf<StandardSchemaV1.InferInput<typeof profileValidator>>().toEqualTypeOf<Profile>();
    expectTypeOf<StandardSchemaV1.InferOutput<typeof profileValidator>>().toEqualTypeOf<Profile>();
    expect(schema["~standard"]).toMatchObject({ version: 1, vendor: "userpush" });
  });

  test("hands a valid value back as it came", async () => {
    const result = await validateAnything(profileValidator, valid);
    expect(result).toEqual({ value: valid });
    if (!result.issues) expect(result.value).toBe(valid);
  });

  test("hands issues back, and no value, for one that is not valid", async () => {
    const result = await validateAnything(profileValidator, { ...valid, first_name: 7 });
    expect(result).not.toHaveProperty("value");
    expect(result.issues).toEqual([
      {
        message: "`first_name` must be a string, and a number came",
        path: ["first_name"],
        field: "first_name",
        rule: "type",
      },
    ]);
  });

  test("says exactly what the check of its rule says", () => {
    const { validate } = createValidator(createUser.record)["~standard"];
    const wrong = { first_name: "", email: "ann", custom_attributes: [{}], other: 1 };
    expect(validate(wrong)).toEqual({ issues: createCheck(createUser.record)(wrong) });
  });

  test.each([undefined, null, 1, "", [], Symbol("x")])("throws nothing at %o", (value) => {
    expect(profileValidator["~standard"].validate(value)).toMatchObject({ issues: [{ path: [] }] });
  });
});

describe("the rule of a record", () => {
  test("has no token, wherever that travels", () => {
    for (const { record, secret } of [pushProfile, listUserTypes, createUser, addUser] as OperationFacts[]) {
      const { name = "apiToken" } = secret ?? {};
      expect(record.properties).not.toHaveProperty(name);
      expect(record.required).not.toContain(name);
    }
  });

  test("refuses a token from the caller, because the client adds its own", () => {
    expect(createCheck(pushProfile.record)({ ...valid, apiToken: "x" })).toMatchObject([
      { field: "apiToken", rule: "unknown" },
    ]);
  });
});

describe("the rule of a body", () => {
  test("asks for the token first, where it travels in the body", () => {
    const rule = bodyRule(pushProfile);
    expect(rule.required).toEqual(["apiToken", "unique_id", "login_source"]);
    expect(rule.properties).toEqual({
      apiToken: { ...pushProfile.secret.rule, password: true },
      ...pushProfile.record.properties,
    });
    expect(createCheck(rule)(valid)).toMatchObject([{ field: "apiToken", rule: "required" }]);
    expect(createCheck(rule)({ ...valid, apiToken: "x" })).toEqual([]);
  });

  test("is that of the record, where the token travels elsewhere", () => {
    expect(bodyRule(createUser)).toBe(createUser.record);
    expect(bodyRule(addUser)).toBe(addUser.record);
  });
});
