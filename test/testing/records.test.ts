import { describe, expect, test } from "vitest";
import { newUserValidator } from "../../src/apis/activeplatform.ts";
import { userPostValidator } from "../../src/apis/ccs.ts";
import { profileValidator } from "../../src/apis/opscom.ts";
import * as kit from "../../src/testing/index.ts";
import { requests } from "../contract/bodies.ts";
import { violationsOf } from "../contract/violations.ts";

const KINDS = [
  {
    name: "profiles",
    validator: profileValidator,
    valid: kit.validProfile,
    manyValid: kit.validProfiles,
    invalid: kit.invalidProfiles,
    operation: "pushProfile",
    apart: ["unique_id", "email", "user_name"],
  },
  {
    name: "users of ActivePlatform",
    validator: newUserValidator,
    valid: kit.validNewUser,
    manyValid: kit.validNewUsers,
    invalid: kit.invalidNewUsers,
    operation: "createUser",
    apart: ["email"],
  },
  {
    name: "users of CCS",
    validator: userPostValidator,
    valid: kit.validUserPost,
    manyValid: kit.validUserPosts,
    invalid: kit.invalidUserPosts,
    operation: "addUser",
    apart: ["email"],
  },
] as const;

describe.each(KINDS)("$name", ({ validator, valid, manyValid, invalid, operation, apart }) => {
  const { validate } = validator["~standard"];

  test("are valid, whatever is changed to something valid", () => {
    expect(validate(valid())).not.toHaveProperty("issues");
    expect(validate(valid({ email: "x@example.edu" }))).toMatchObject({ value: { email: "x@example.edu" } });
  });

  test("of a list are valid and differ in what tells people apart", () => {
    const records = manyValid(1_000) as Record<string, unknown>[];
    expect(records.filter((record) => "issues" in validate(record))).toEqual([]);
    for (const field of apart) expect(new Set(records.map((one) => one[field])).size).toBe(1_000);
  });

  test.each(invalid())("that are invalid have one thing wrong: $name", ({ name, record, field, rule }) => {
    expect(validate(record)).toMatchObject({ issues: [{ message: name, field, rule }] });
    expect((validate(record) as { issues: unknown[] }).issues).toHaveLength(1);
  });

  test("that are invalid break every constraint of the document outside of lists", () => {
    const { schema } = requests.find((body) => body.name.endsWith(operation)) as (typeof requests)[number];
    const broken = new Set(invalid().map((one) => `${one.field} ${one.rule}`));
    const wanted = violationsOf(schema)
      .filter(({ path }) => path.length === 1 && path[0] !== "apiToken")
      .map(({ path, breaks }) => `${path[0] === "typo" ? "not_a_field" : path[0]} ${breaks}`);
    expect([...new Set(wanted)].filter((one) => !broken.has(one))).toEqual([]);
  });
});

test("an invalid profile names the fault that OPS-COM would answer", () => {
  const faults = kit.invalidProfiles().map(({ field, rule, fault }) => `${field} ${rule} ${fault}`);
  expect(faults).toContain("unique_id required 9013");
  expect(faults).toContain("first_name maxLength 9030");
  expect(faults).toContain("email format 9033");
});
