import { describe, expect, test } from "vitest";
import { API_FACTS } from "../../src/bulk/target/api-facts.ts";
import { createRecordCheck } from "../../src/bulk/target/record-check.ts";
import { API_NAMES } from "../../src/cli/api-name.ts";
import { describeFields } from "../../src/cli/describe-field.ts";
import { runUserpush } from "../support/userpush-process.ts";

const run = (...args: string[]) => runUserpush(args, { cwd: process.cwd() });

describe.each(API_NAMES)("the fields of %s", (api) => {
  test("are those of the document, under each of their names once", () => {
    const described = describeFields(api).flatMap(({ name, otherNames }) => [name, ...otherNames]);
    expect(described.toSorted()).toEqual(API_FACTS[api].fields.map(({ name }) => name).toSorted());
  });

  test("begin with the required ones, and say what each is in one sentence", () => {
    const fields = describeFields(api);
    expect(fields.map(({ required }) => required)).toEqual(
      fields
        .map(({ required }) => required)
        .toSorted()
        .reverse(),
    );
    for (const { description, limits } of fields) {
      expect(description).toMatch(/^[A-Z].*\.$/);
      expect(limits).not.toBe("");
    }
  });
});

test.each([
  ["opscom", "unique_id", "text, not empty, at most 50 characters"],
  ["opscom", "province", "text, 2 characters"],
  ["opscom", "date_of_birth", "date as YYYY-MM-DD"],
  ["opscom", "email", "e-mail address, at most 100 characters"],
  ["opscom", "user_type_id", "digits"],
  ["opscom", "street", "text"],
  ["ccs", "departmentId", "whole number, 0 to 255"],
  ["ccs", "forcePasswordChange", "true or false"],
  ["activeplatform", "custom_attributes", "a column for each, as custom_attributes.age"],
] as const)("the limits of %s %s are: %s", (api, name, want) => {
  expect(describeFields(api).find((field) => field.name === name)?.limits).toBe(want);
});

test.each([
  [
    "opscom",
    "first_name",
    {
      banner: "SPBPERS_PREF_FIRST_NAME, or else SPRIDEN_FIRST_NAME",
      oneroster: "preferredFirstName, or else givenName",
    },
  ],
  ["opscom", "street", { banner: "SPRADDR_STREET_LINE1 + SPRADDR_STREET_LINE2 + SPRADDR_STREET_LINE3" }],
  ["opscom", "login_source", { banner: "always OPSCOM", oneroster: "always OPSCOM" }],
  ["opscom", "student_no", {}],
  ["activeplatform", "email", { banner: "GOREMAL_EMAIL_ADDRESS", oneroster: "email" }],
] as const)("presets fill %s %s by: %j", (api, name, want) => {
  expect(describeFields(api).find((field) => field.name === name)?.presets).toEqual(want);
});

describe("userpush fields", () => {
  test("shows names, limits and an example to people", async () => {
    const { code, stdout } = await run("fields", "opscom");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^unique_id {2}\(required, tells people apart\)\n {4}text, not empty, at most 50/);
    expect(stdout).toMatch(
      /\n\nprovince\n {4}text, 2 characters; as "ON"\n.*\n {4}also: state, Province - address 1\n {4}--preset banner: SPRADDR_STAT_CODE\n/,
    );
  });

  test("tells the same to programs", async () => {
    const { stdout } = await run("fields", "ccs", "--json");
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, api: "ccs" });
    expect(JSON.parse(stdout).fields).toContainEqual(expect.objectContaining({ name: "roleId", example: 1 }));
  });

  test("knows no fourth API", async () => {
    const want =
      'userpush: there is no API "csc"; there are opscom, activeplatform, ccs. Did you mean "ccs"?\n';
    expect(await run("fields", "csc")).toEqual({ code: 2, stdout: "", stderr: want });
  });
});

describe("userpush template", () => {
  test("writes the header of a roster alone", async () => {
    const { stdout } = await run("template", "opscom");
    expect(stdout).toMatch(/^unique_id,login_source,first_name,[a-z_,0-9]+\n$/);
    expect(stdout).not.toMatch(/\b(state|zip)\b/);
  });

  test.each(API_NAMES)(
    "has a column for each field of %s that holds one value, and for no other",
    async (api) => {
      const { stdout } = await run("template", api);
      const ofOneValue = API_FACTS[api].fields.filter(({ aliasOf, rule }) => !aliasOf && !("items" in rule));
      expect(stdout.trim().split(",").toSorted()).toEqual(ofOneValue.map(({ name }) => name).toSorted());
    },
  );

  test.each(API_NAMES)("writes an example for %s that its own checks take", async (api) => {
    const { stdout } = await run("template", api, "--example");
    const [header = "", example = ""] = stdout.split("\n");
    const { fields } = API_FACTS[api];
    const cells = header.split(",").map((name, index) => [name, example.split(",")[index] ?? ""] as const);
    const typed = cells.map(([name, cell]) => {
      const isText = typeof fields.find((field) => field.name === name)?.example === "string";
      return [name, isText ? cell : JSON.parse(cell)] as const;
    });
    expect(createRecordCheck(API_FACTS[api])(Object.fromEntries(typed))).toEqual({
      reasons: [],
      warnings: [],
    });
  });
});
