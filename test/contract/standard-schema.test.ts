import type { StandardSchemaV1 } from "@standard-schema/spec";
import { describe, expect, expectTypeOf, test } from "vitest";
import { type Profile, profileValidator } from "../../src/apis/opscom.ts";
import { createCheck } from "../../src/contract/check.ts";
import { recordRule } from "../../src/contract/record-rule.ts";
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
    const { validate } = createValidator(createUser.request)["~standard"];
    const wrong = { first_name: "", email: "ann", custom_attributes: [{}], other: 1 };
    expect(validate(wrong)).toEqual({ issues: createCheck(createUser.request)(wrong) });
  });

  test.each([undefined, null, 1, "", [], Symbol("x")])("throws nothing at %o", (value) => {
    expect(profileValidator["~standard"].validate(value)).toMatchObject({ issues: [{ path: [] }] });
  });
});

describe("the rule of a record", () => {
  test("is the request without the token, where the token travels in the body", () => {
    const { apiToken, ...properties } = pushProfile.request.properties;
    expect(apiToken).toBeDefined();
    expect(recordRule(pushProfile)).toEqual({
      ...pushProfile.request,
      properties,
      required: ["unique_id", "login_source"],
    });
    expect(recordRule(listUserTypes)).toMatchObject({ required: [], properties: {} });
  });

  test("refuses a token from the caller, because the client adds its own", () => {
    expect(createCheck(recordRule(pushProfile))({ ...valid, apiToken: "x" })).toMatchObject([
      { field: "apiToken", rule: "unknown" },
    ]);
  });

  test("is the request itself, where the token travels elsewhere", () => {
    expect(recordRule(createUser)).toBe(createUser.request);
    expect(recordRule(addUser)).toBe(addUser.request);
  });

  test("leaves the rule of the request as it was", () => {
    recordRule(pushProfile);
    expect(pushProfile.request.required).toContain("apiToken");
    expect(pushProfile.request.properties).toHaveProperty("apiToken");
  });
});
