import { describe, expect, test } from "vitest";
import { createCheck } from "../../src/contract/check.ts";
import type { ObjectRule, Rule } from "../../src/contract/rule.ts";

const text: Rule = { type: "string" };
const list: Rule = { type: "array", items: text };
const record: ObjectRule = {
  type: "object",
  closed: true,
  required: ["id"],
  properties: {
    id: { type: "integer" },
    name: { type: "string", minLength: 1, maxLength: 3, pattern: /^[a-z]*$/u },
    tags: {
      type: "array",
      items: { type: "object", closed: true, required: ["key"], properties: { key: text, values: list } },
    },
  },
};
const open: ObjectRule = { ...record, closed: false };

/** Value to the fields that have an issue, and the constraints that they break. */
const RECORDS: readonly (readonly [name: string, given: unknown, want: readonly string[]])[] = [
  ["takes a complete record", { id: 1, name: "abc", tags: [{ key: "k", values: ["v"] }] }, []],
  ["takes a record with the required members alone", { id: 1 }, []],
  ["treats an undefined member as absent", { id: 1, name: undefined, other: undefined }, []],
  ["treats an undefined required member as absent", { id: undefined }, ["id required"]],
  ["does not treat null as absent", { id: null, name: null }, ["id type", "name type"]],
  ["does not treat empty text as absent", { id: "" }, ["id type"]],
  ["finds a wrong and a missing member at once", { name: "abcd" }, ["id required", "name maxLength"]],
  ["finds one thing about a field, however much is wrong", { id: 1, name: "ABCD" }, ["name maxLength"]],
  ["finds an unknown member", { id: 1, ID: 2 }, ["ID unknown"]],
  ["names the place in a list", { id: 1, tags: [{ key: "k" }, { key: 2 }] }, ["tags[1].key type"]],
  [
    "names the place in a list in a list",
    { id: 1, tags: [{ key: "k", values: ["v", null] }] },
    ["tags[0].values[1] type"],
  ],
  [
    "finds every wrong place of a list",
    { id: 1, tags: [{}, 7, null] },
    ["tags[0].key required", "tags[1] type", "tags[2] type"],
  ],
  ["finds an unknown member in a list", { id: 1, tags: [{ key: "k", kye: "" }] }, ["tags[0].kye unknown"]],
];

/** Keys that every object seems to have, written as JSON so that they are the input's own. */
const HOSTILE = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "prototype"];

describe("a check of a record", () => {
  test.each(RECORDS)("%s", (_, given, want) => {
    expect(createCheck(record)(given).map((issue) => `${issue.field} ${issue.rule}`)).toEqual(want);
  });

  test("gives the path step by step beside the name of the field", () => {
    const [issue] = createCheck(record)({ id: 1, tags: [{ key: "k", values: ["v", 5] }] });
    expect(issue).toMatchObject({ path: ["tags", 0, "values", 1], field: "tags[0].values[1]" });
  });

  test("gives an empty path and no field for the record as a whole", () => {
    expect(createCheck(record)(null)).toMatchObject([{ path: [], field: "" }]);
  });

  test.each(HOSTILE)("refuses the key %s like any other unknown one", (key) => {
    const given = JSON.parse(`{ "id": 1, "${key}": { "id": 2 } }`);
    expect(createCheck(record)(given)).toMatchObject([{ field: key, rule: "unknown" }]);
    expect(createCheck(open)(given)).toEqual([]);
  });

  test("finds no required member in a prototype that came with the input", () => {
    expect(createCheck(open)(JSON.parse('{ "__proto__": { "id": 1 } }'))).toMatchObject([
      { rule: "required" },
    ]);
  });

  // Known: what is inherited counts as given, although JSON does not write it.
  test("finds no required member that is inherited", () => {
    const check = createCheck({ ...open, required: ["id", "toString"] });
    expect(check(Object.create({ id: 1 })).map(({ field }) => field)).toEqual(["id", "toString"]);
  });

  test("passes over what is inherited, wrong or unknown: JSON does not write it", () => {
    const given = Object.assign(Object.create({ tags: 7, tgas: [] }), { id: 1 });
    expect(createCheck(record)(given)).toEqual([]);
    expect(createCheck(record)({ ...given, tags: 7, tgas: [] })).toHaveLength(2);
  });

  test("changes nothing, and can be used again", () => {
    const check = createCheck(record);
    const given = Object.freeze({ id: "1", tags: Object.freeze([Object.freeze({ key: " k " })]) });
    expect(check(given)).toEqual(check(given));
    expect(given).toEqual({ id: "1", tags: [{ key: " k " }] });
  });
});
