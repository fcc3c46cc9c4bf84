import { describe, expect, test } from "vitest";
import { ccsTarget } from "../../../src/bulk/target/ccs.ts";
import { opscomTarget } from "../../../src/bulk/target/opscom.ts";
import type { Demands } from "../../../src/bulk/target/record-check.ts";

const COMPLETE = { first_name: "Ann", last_name: "Example", email: "ann@example.edu" };
const PERSON = { unique_id: "7", login_source: "OPSCOM", ...COMPLETE };

const checkAtOpscom = (record: object, demands: Demands = {}) =>
  opscomTarget({ tenant: "OC_TOMA", apiToken: "t", ...demands }).check({ ...record });

describe("the check of a record for OPS-COM", () => {
  test("has nothing against a complete one", () => {
    expect(checkAtOpscom(PERSON)).toEqual({ reasons: [], warnings: [] });
  });

  test.each<[string, object, { field: string; code: number | undefined }[]]>([
    ["a value too long", { city: "x".repeat(51) }, [{ field: "city", code: 9030 }]],
    ["no key", { unique_id: undefined }, [{ field: "unique_id", code: 9013 }]],
    ["an empty key", { unique_id: "" }, [{ field: "unique_id", code: 9013 }]],
    ["no date", { date_of_birth: "31-JAN-01" }, [{ field: "date_of_birth", code: 9033 }]],
    [
      "two findings",
      { zip: 7, province: "Ont" },
      [
        { field: "province", code: 9030 },
        { field: "zip", code: 9033 },
      ],
    ],
  ])("gives for %s the code that the API would have answered", (_, spoilt, want) => {
    const { reasons } = checkAtOpscom({ ...PERSON, ...spoilt });
    const found = reasons.map(({ field, code, answered }) => ({ field, code, answered }));
    expect(found).toHaveLength(want.length);
    expect(found).toEqual(expect.arrayContaining(want.map((one) => ({ ...one, answered: false }))));
  });

  test("shows no value of a sensitive field", () => {
    const { reasons } = checkAtOpscom({ ...PERSON, date_of_birth: "31-JAN-01", province: "CANARY" });
    expect(JSON.stringify(reasons)).not.toMatch(/31-JAN-01|CANARY/);
  });

  test("warns of names and e-mail that a site can require, with their codes", () => {
    const { reasons, warnings } = checkAtOpscom({ ...PERSON, email: undefined, first_name: "" });
    expect(reasons).toEqual([]);
    expect(warnings).toEqual([
      "`first_name` is missing; a site that requires it answers fault 9017",
      "`email` is missing; a site that requires it answers fault 9016",
    ]);
  });

  test("warns of two names of one field whose values differ, and of no others", () => {
    expect(checkAtOpscom({ ...PERSON, province: "ON", state: "ON" }).warnings).toEqual([]);
    expect(checkAtOpscom({ ...PERSON, province: "ON", state: "NY" }).warnings).toEqual([
      "`province` and `state` are two names of one field, and their values differ",
    ]);
  });

  test.each([
    ["a zero-width space", "00123456\u200b", "U+200B"],
    ["a blank that does not break", "00\u00a0123", "U+00A0"],
    ["a tabulator", "00\t123", "U+0009"],
    ["a mark of direction and a soft hyphen, once each", "\u200e00\u00ad1\u200e", "U+200E, U+00AD"],
    ["a selector that draws nothing", "7\ufe0f", "U+FE0F"],
    ["a tag beyond the first plane", "7\u{e0041}", "U+E0041"],
  ])("warns of %s in a key", (_, unique_id, signs) => {
    expect(checkAtOpscom({ ...PERSON, unique_id })).toEqual({
      reasons: [],
      warnings: [`\`unique_id\` holds what cannot be seen (${signs}); with it, this is somebody else`],
    });
  });

  test("warns of a key whose accents are apart from their letters", () => {
    expect(checkAtOpscom({ ...PERSON, unique_id: "ze\u0301" }).warnings).toEqual([
      "`unique_id` spells its accents apart from their letters (not NFC); so spelt, this is somebody else",
    ]);
  });

  test.each(["zé", "学生-7", "a b~!", ""])("sees nothing hidden in the key %j", (login_source) => {
    expect(checkAtOpscom({ ...PERSON, login_source }).warnings).toEqual([]);
  });

  test("warns of nothing hidden in what is no key", () => {
    expect(checkAtOpscom({ ...PERSON, city: "Ottawa\u200b" }).warnings).toEqual([]);
  });
});

describe("what a person demands", () => {
  const LONG = { ...PERSON, street2: "x".repeat(21) };

  test("turns the limits of a field into warnings", () => {
    expect(checkAtOpscom(LONG).reasons).toHaveLength(1);
    expect(checkAtOpscom(LONG, { warn: ["street2"] })).toEqual({
      reasons: [],
      warnings: ["`street2` has 21 characters, the limit is 20"],
    });
    expect(checkAtOpscom(LONG, { warn: ["street"] }).reasons).toHaveLength(1);
  });

  test("never turns another type or an absence into a warning", () => {
    expect(checkAtOpscom({ ...PERSON, street2: 7 }, { warn: ["street2"] }).reasons).toHaveLength(1);
    const { reasons } = checkAtOpscom({ ...PERSON, unique_id: undefined }, { warn: ["unique_id"] });
    expect(reasons).toHaveLength(1);
  });

  test.each([
    ["email", { email: undefined }, 9016],
    ["last_name", { last_name: undefined }, 9018],
    ["city", {}, 9031],
  ])("requires %s with the code that the API would have answered", (field, spoilt, code) => {
    expect(checkAtOpscom({ ...PERSON, ...spoilt }, { require: [field] })).toEqual({
      reasons: [
        { field, code, answered: false, message: `\`${field}\` is missing, and this run requires it` },
      ],
      warnings: [],
    });
  });

  test("is content with another name of a required field", () => {
    expect(checkAtOpscom({ ...PERSON, state: "NY" }, { require: ["province"] }).reasons).toEqual([]);
    expect(checkAtOpscom(PERSON, { require: ["province"] }).reasons).toHaveLength(1);
  });

  test("says a missing required field once", () => {
    expect(
      checkAtOpscom({ login_source: "OPSCOM", ...COMPLETE }, { require: ["unique_id"] }).reasons,
    ).toHaveLength(1);
  });
});

test("a person whom CCS takes with an empty e-mail cannot be told from another", () => {
  const { check } = ccsTarget({ baseUrl: "https://ccs.example" });
  expect(check({ email: "", firstName: "", roleId: 1 })).toEqual({
    reasons: [{ field: "email", message: "`email` is empty, and tells one person from another" }],
    warnings: [],
  });
});
