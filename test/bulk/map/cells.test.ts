import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { needsUserTypes, randomFields } from "../../../src/bulk/map/mapping.ts";
import type { Cell } from "../../../src/bulk/read/row.ts";
import type { Rule } from "../../../src/contract/rule.ts";
import { ACTIVEPLATFORM, fieldOf, mapperOf, mapRow, OPSCOM, outcomeOf, parse } from "./rows.ts";

const TEXT: Rule = { type: "string" };
const INTEGER: Rule = { type: "integer" };
const BOOLEAN: Rule = { type: "boolean" };
const SCALAR: Rule = { type: ["string", "number", "boolean"] };

describe("a cell", () => {
  test.each<[string, { given: Cell; rule: Rule; want: unknown }]>([
    ["of text stays as it is", { given: "Ann", rule: TEXT, want: "Ann" }],
    ["loses the blanks around it", { given: " \t Ann\u00A0", rule: TEXT, want: "Ann" }],
    ["keeps the blanks within it", { given: "Ann  Lee", rule: TEXT, want: "Ann  Lee" }],
    ["of text keeps its leading zeros", { given: "00123", rule: TEXT, want: "00123" }],
    ["of text stays text where it looks like a number", { given: "1e3", rule: TEXT, want: "1e3" }],
    ["of text becomes text where JSON has a number", { given: 4711, rule: TEXT, want: "4711" }],
    ["of text becomes text where JSON has a boolean", { given: false, rule: TEXT, want: "false" }],
    ["becomes an integer where the rule says so", { given: " 42 ", rule: INTEGER, want: 42 }],
    ["becomes a negative integer", { given: "-3", rule: INTEGER, want: -3 }],
    ["stays an integer", { given: 0, rule: INTEGER, want: 0 }],
    ["stays text where it is no integer", { given: "4.5", rule: INTEGER, want: "4.5" }],
    [
      "stays text where the integer would be another one",
      { given: "9007199254740993", rule: INTEGER, want: "9007199254740993" },
    ],
    ["becomes a number where the rule says so", { given: "4.5", rule: { type: "number" }, want: 4.5 }],
    ["stays text where the number has no end", { given: "1e999", rule: { type: "number" }, want: "1e999" }],
    ["becomes true from true", { given: "TRUE", rule: BOOLEAN, want: true }],
    ["becomes true from yes", { given: "Yes", rule: BOOLEAN, want: true }],
    ["becomes true from y", { given: "y", rule: BOOLEAN, want: true }],
    ["becomes true from 1", { given: "1", rule: BOOLEAN, want: true }],
    ["becomes false from false", { given: "False", rule: BOOLEAN, want: false }],
    ["becomes false from no", { given: "NO", rule: BOOLEAN, want: false }],
    ["becomes false from n", { given: "N", rule: BOOLEAN, want: false }],
    ["becomes false from 0", { given: "0", rule: BOOLEAN, want: false }],
    ["becomes true from the number 1", { given: 1, rule: BOOLEAN, want: true }],
    ["stays false", { given: false, rule: BOOLEAN, want: false }],
    ["stays text where it is no boolean", { given: "oui", rule: BOOLEAN, want: "oui" }],
    ["keeps its type where the rule leaves a choice", { given: 21, rule: SCALAR, want: 21 }],
    ["stays text where the rule leaves a choice", { given: "21", rule: SCALAR, want: "21" }],
  ])("%s", (_, { given, rule, want }) => {
    expect(outcomeOf(mapRow({ a: given }, { fields: [fieldOf("a", rule)] }))).toEqual({ a: want });
  });

  test.each<[Cell]>([[""], ["   "], ["\u00A0"], [null], [undefined]])(
    "that is empty, as %j, is left out",
    (cell) => {
      expect(outcomeOf(mapRow({ first_name: cell, last_name: "Lee" }))).toEqual({ last_name: "Lee" });
    },
  );

  test("of any text at all is sent, left out or refused, and breaks nothing", () => {
    const mapping = `
      fields:
        email: { column: a, default: x@example.edu, trim: false }
        street: { join: [a, b], with: ", " }
        user_type_id: { column: a, values: { STU: 6 } , otherwise: omit }
        date_of_birth: { column: b, date: [DD-MON-YY, YYYYMMDD], century: past }
        student_no: { column: b, entry: Fed }
      skip: { gone: { column: c, is: [x, y] } }`;
    const cell = fc.oneof(fc.string({ unit: "binary" }), fc.constant(null), fc.double(), fc.boolean());
    const mapper = mapperOf({ mapping });
    const header = ["a", "b", "c", "last_name"];
    fc.assert(
      fc.property(fc.tuple(cell, cell, cell, cell), (cells) => {
        const mapped = mapper.map({ file: "roster.csv", line: 2, header, cells });
        expect(["record", "rejected", "skipped"]).toContain(mapped.kind);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("the mapping of a field", () => {
  test.each<[string, { mapping: string; given: Record<string, Cell>; want: unknown }]>([
    [
      "renames a column",
      { mapping: "fields: { email: Mail }", given: { MAIL: "a@b.ca" }, want: { email: "a@b.ca" } },
    ],
    [
      "prefers the column that is spelled just so",
      { mapping: "fields: { email: E-Mail }", given: { email: "x", "E-Mail": "y" }, want: { email: "y" } },
    ],
    [
      "takes the first of several columns that is there",
      { mapping: "fields: { email: [Work, Home] }", given: { home: "h@b.ca" }, want: { email: "h@b.ca" } },
    ],
    [
      "takes the first of several columns that is not empty",
      {
        mapping: "fields: { email: [Work, Home] }",
        given: { Work: " ", Home: "h@b.ca" },
        want: { email: "h@b.ca" },
      },
    ],
    [
      "gives a constant to everybody",
      {
        mapping: "fields: { login_source: { constant: 007 } }",
        given: { email: "a" },
        want: { email: "a", login_source: "007" },
      },
    ],
    [
      "sends a default where the cell is empty",
      {
        mapping: "fields: { city: { column: Town, default: Ottawa } }",
        given: { Town: "" },
        want: { city: "Ottawa" },
      },
    ],
    [
      "sends no default where the cell is filled",
      {
        mapping: "fields: { city: { column: Town, default: Ottawa } }",
        given: { Town: "Hull" },
        want: { city: "Hull" },
      },
    ],
    [
      "joins columns and leaves empty ones out",
      {
        mapping: 'fields: { street: { join: [A, B, C], with: ", " } }',
        given: { A: "1 Main", B: "", C: "Apt 2" },
        want: { street: "1 Main, Apt 2" },
      },
    ],
    [
      "puts a prefix only before what is there",
      {
        mapping: "fields: { phone_cell: { join: [A, { column: B, prefix: x }] } }",
        given: { A: "555", B: "" },
        want: { phone_cell: "555" },
      },
    ],
    [
      "leaves a join of nothing out",
      {
        mapping: "fields: { street: { join: [A, B] } }",
        given: { A: "", B: " ", city: "X" },
        want: { city: "X" },
      },
    ],
    [
      "looks a value up whatever its case",
      {
        mapping: "fields: { user_type_id: { column: T, values: { STU: 06 } } }",
        given: { T: "stu " },
        want: { user_type_id: "06" },
      },
    ],
    [
      "looks a number of JSON up by its digits",
      {
        mapping: "fields: { user_type_id: { column: T, values: { 3: 6 } } }",
        given: { T: 3 },
        want: { user_type_id: "6" },
      },
    ],
    [
      "rejects what a table lacks",
      {
        mapping: "fields: { user_type_id: { column: T, values: { STU: 6 } } }",
        given: { T: "VIS" },
        want: ['`user_type_id` has no value for "VIS" in the mapping'],
      },
    ],
    [
      "never shows what is sensitive",
      {
        mapping: "fields: { city: { column: T, values: { A: B } } }",
        given: { T: "Secret" },
        want: ["`city` has no value for text of 6 characters in the mapping"],
      },
    ],
    [
      "omits what a table lacks when it says so",
      {
        mapping: "fields: { user_type_id: { column: T, values: { STU: 6 }, otherwise: omit } }",
        given: { T: "VIS", city: "X" },
        want: { city: "X" },
      },
    ],
    [
      "keeps what a table lacks when it says so",
      {
        mapping: "fields: { user_type_id: { column: T, values: { STU: 6 }, otherwise: keep } }",
        given: { T: "9" },
        want: { user_type_id: "9" },
      },
    ],
    [
      "sends empty text when it says so",
      {
        mapping: "fields: { city: { column: T, empty: send } }",
        given: { T: " ", email: "" },
        want: { city: "" },
      },
    ],
    [
      "sends empty text for all fields when that is set for all",
      { mapping: "empty: send", given: { city: "", email: "" }, want: { email: "", city: "" } },
    ],
    [
      "omits where it says so itself, though not for all",
      {
        mapping: "fields: { city: { column: T, empty: omit } }\nempty: send",
        given: { T: "", email: "" },
        want: { email: "" },
      },
    ],
    [
      "sends no empty text for what a row of JSON does not have",
      {
        mapping: "fields: { street: { join: [A, B] } }\nempty: send",
        given: { A: undefined, B: undefined, email: undefined, city: null },
        want: { city: "" },
      },
    ],
    [
      "keeps blanks where it says so, but not of blanks alone",
      {
        mapping: "fields: { first_name: { column: F, trim: false } }",
        given: { F: " Ann ", city: " X " },
        want: { first_name: " Ann ", city: "X" },
      },
    ],
    [
      "takes one id out of many",
      {
        mapping: "fields: { unique_id: { column: userIds, entry: Fed } }",
        given: { userIds: "{LDAP:ann},{fed: ann@b.ca}" },
        want: { unique_id: "ann@b.ca" },
      },
    ],
    [
      "takes no id where there is none of the type",
      {
        mapping: "fields: { unique_id: { column: ids, entry: Fed } }",
        given: { ids: "{LDAP:Fed:x}", city: "X" },
        want: { city: "X" },
      },
    ],
    ["omits a field", { mapping: "omit: [City]", given: { city: "X", email: "a" }, want: { email: "a" } }],
    [
      "omits a field whatever it is called in the header",
      {
        mapping: "omit: [driver_license_num, postal_code]",
        given: {
          driver_licence_num: "D1",
          driver_license_num: "D2",
          postal_code: "K1A",
          Zip: "10001",
          city: "X",
        },
        want: { city: "X" },
      },
    ],
    [
      "leaves no second name of its field to a header",
      { mapping: "fields: { province: Prov }", given: { Prov: "ON", state: "NY" }, want: { province: "ON" } },
    ],
  ])("%s", (_, { mapping, given, want }) => {
    expect(outcomeOf(mapRow(given, { mapping }))).toEqual(want);
  });

  test("names every field of a row that is refused", () => {
    const mapping =
      "fields: { user_type_id: { column: T, values: { A: 1 } }, date_of_birth: { column: D, date: YYYYMMDD } }";
    expect(mapRow({ T: "x", D: "y" }, { mapping })).toMatchObject({
      kind: "rejected",
      reasons: [{ field: "user_type_id" }, { field: "date_of_birth" }],
    });
  });
});

describe("the name of a user type", () => {
  const userTypes = new Map([
    ["Full Time Student", "1"],
    ["Staff", "2"],
    ["VIP", "3"],
    ["vip", "4"],
  ]);
  const mapping = "fields: { user_type_id: { column: T, lookup: name } }";
  const unknown =
    "`user_type_id` is none of the names that the API lists: Full Time Student, Staff, VIP, vip";

  test.each<[string, unknown]>([
    ["Staff", { user_type_id: "2" }],
    [" full time student ", { user_type_id: "1" }],
    ["vip", { user_type_id: "4" }],
    ["Vip", [unknown]],
    ["Visitor", [unknown]],
    ["2", [unknown]],
  ])("%j becomes %j", (given, want) => {
    expect(outcomeOf(mapRow({ T: given }, { mapping, userTypes }))).toEqual(want);
  });

  test("can be a constant", () => {
    const constant = "fields: { user_type_id: { constant: staff, lookup: name } }";
    expect(outcomeOf(mapRow({ city: "X" }, { mapping: constant, userTypes }))).toEqual({
      city: "X",
      user_type_id: "2",
    });
  });

  test("asks for the list of names, and maps nothing without it", () => {
    expect(needsUserTypes(parse(mapping, OPSCOM))).toBe(true);
    expect(needsUserTypes(parse("fields: { email: T }", OPSCOM))).toBe(false);
    expect(needsUserTypes(undefined)).toBe(false);
    expect(() => mapRow({ T: "Staff" }, { mapping })).toThrow(
      "mapping.yaml names user types, and their list is not known",
    );
  });
});

describe("an attribute", () => {
  const map = (cells: Record<string, Cell>, mapping = "") =>
    outcomeOf(mapRow(cells, { fields: ACTIVEPLATFORM, ...(mapping ? { mapping } : {}) }));

  test.each<[string, { given: Record<string, Cell>; mapping?: string; want: unknown }]>([
    [
      "is text from a table",
      {
        given: { "custom_attributes.age": "21" },
        want: { custom_attributes: [{ key: "age", value: "21" }] },
      },
    ],
    [
      "keeps the type that it has in JSON",
      {
        given: { "Custom Attributes.Age": 21, "custom_attributes.isMember": true },
        want: {
          custom_attributes: [
            { key: "Age", value: 21 },
            { key: "isMember", value: true },
          ],
        },
      },
    ],
    [
      "gets the type that the mapping gives it",
      {
        given: { Y: "21" },
        mapping: "fields: { custom_attributes.age: { column: Y, type: integer } }",
        want: { custom_attributes: [{ key: "age", value: 21 }] },
      },
    ],
    [
      "is rejected where it cannot have that type",
      {
        given: { Y: "old" },
        mapping: "fields: { custom_attributes.age: { column: Y, type: integer } }",
        want: ["`custom_attributes.age` must be of type integer, and text of 3 characters came"],
      },
    ],
    [
      "is left out where it is empty",
      { given: { "custom_attributes.age": "", email: "a" }, want: { email: "a" } },
    ],
    [
      "needs a column of its own",
      {
        given: { custom_attributes: "age=21" },
        want: [
          "`custom_attributes` is a list: each attribute has a column of its own, as in custom_attributes.age",
        ],
      },
    ],
    [
      "is left out where it is omitted",
      {
        given: { "custom_attributes.age": "21", "custom_attributes.room": "7" },
        mapping: "omit: [custom_attributes.age]",
        want: { custom_attributes: [{ key: "room", value: "7" }] },
      },
    ],
    [
      "is left out where the whole list is omitted",
      {
        given: { "custom_attributes.age": "21", email: "a" },
        mapping: "omit: [custom_attributes]",
        want: { email: "a" },
      },
    ],
    [
      "may be missing in an empty list of JSON",
      { given: { custom_attributes: "", email: "a" }, want: { email: "a" } },
    ],
  ])("%s", (_, { given, mapping, want }) => {
    expect(map(given, mapping)).toEqual(want);
  });
});

describe("a random password", () => {
  const mapping = "fields: { password: { random: password } }";

  test("is another one each time, and has what rules ask for", () => {
    const mapper = mapperOf({ fields: ACTIVEPLATFORM, mapping });
    const made = Array.from({ length: 500 }, () => {
      const mapped = mapper.map({ file: "a.csv", line: 2, header: ["email"], cells: ["a@b.ca"] });
      return mapped.kind === "record" ? String(mapped.record["password"]) : "";
    });
    expect(new Set(made).size).toBe(500);
    for (const one of made) {
      expect(one).toMatch(/^(?=.*[A-Z])(?=.*[a-z])(?=.*\d)(?=.*[!#%+\-=?@])[A-Za-z\d!#%+\-=?@]{24}$/);
      expect(one).not.toMatch(/[0OoIl1]/);
    }
  });

  test("is known as made up, so that no hash holds it", () => {
    expect(randomFields(parse(mapping, ACTIVEPLATFORM))).toEqual(["password"]);
    expect(randomFields(parse("fields: { password: P }", ACTIVEPLATFORM))).toEqual([]);
    expect(randomFields(undefined)).toEqual([]);
  });
});

test("records have their attributes in the order of their keys, whatever the order of the columns", () => {
  const attributes = ["age", "Room", "room", "zone"].map((key) => `custom_attributes.${key}`);
  const mapping = "fields: { custom_attributes.room: R, custom_attributes.building: B }";
  const recordOf = (columns: string[]) => {
    const cells = Object.fromEntries(columns.map((name) => [name, name]));
    return JSON.stringify(outcomeOf(mapRow(cells, { fields: ACTIVEPLATFORM, mapping })));
  };
  const header = ["R", "B", ...attributes];
  const record = recordOf(header);
  expect(record).toMatch(/Room.*age.*building.*room.*zone/);
  expect(recordOf(header.toReversed())).toBe(record);
});

test("records have their fields in the order of the document, whatever the order of the columns", () => {
  const names = OPSCOM.map(({ name }) => name).filter((name) => name !== "custom_attributes");
  const mapped = mapRow(Object.fromEntries(names.toReversed().map((name) => [name, "x"])));
  expect(Object.keys(mapped.kind === "record" ? mapped.record : {})).toEqual(names);
});
