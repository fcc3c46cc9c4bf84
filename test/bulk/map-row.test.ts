import { describe, expect, test } from "vitest";
import type { Mapping } from "../../src/bulk/map-header.ts";
import { mapRow } from "../../src/bulk/map-row.ts";
import type { Field } from "../../src/contract/field.ts";
import type { Rule } from "../../src/contract/rule.ts";

function field(name: string, rule: Rule): Field {
  return { name, label: name, required: false, description: "", rule };
}

/** A mapping of one column for each rule, named a, b, c and on; a column without a rule is not sent. */
function mappingOf(...rules: (Rule | undefined)[]): Mapping {
  const columns = rules.map((rule, index) => rule && field("abcdefgh".charAt(index), rule));
  return { columns, ignored: [] };
}

const TEXT: Rule = { type: "string" };
const row = (...cells: string[]) => ({ line: 7, bytes: 0, cells });

describe("a cell", () => {
  test.each<[string, { given: string; rule: Rule; want: unknown }]>([
    ["of text stays as it is", { given: "Ann", rule: TEXT, want: "Ann" }],
    ["loses the blanks around it", { given: " \t Ann\u00A0", rule: TEXT, want: "Ann" }],
    ["keeps the blanks within it", { given: "Ann  Lee", rule: TEXT, want: "Ann  Lee" }],
    ["of text keeps its leading zeros", { given: "00123", rule: TEXT, want: "00123" }],
    ["of text stays text where it looks like a number", { given: "1e3", rule: TEXT, want: "1e3" }],
    ["of text stays text where it looks like a boolean", { given: "true", rule: TEXT, want: "true" }],
    ["becomes an integer where the rule says so", { given: " 42 ", rule: { type: "integer" }, want: 42 }],
    ["becomes a negative integer", { given: "-3", rule: { type: "integer" }, want: -3 }],
    ["stays text where it is no integer", { given: "4.5", rule: { type: "integer" }, want: "4.5" }],
    ["becomes a number where the rule says so", { given: "4.5", rule: { type: "number" }, want: 4.5 }],
    ["becomes true from true", { given: "true", rule: { type: "boolean" }, want: true }],
    ["becomes false from false", { given: "false", rule: { type: "boolean" }, want: false }],
    ["becomes true from 1", { given: "1", rule: { type: "boolean" }, want: true }],
    ["becomes false from 0", { given: "0", rule: { type: "boolean" }, want: false }],
    ["stays text where it is no boolean", { given: "yes", rule: { type: "boolean" }, want: "yes" }],
    [
      "stays text where the rule leaves a choice",
      { given: "1", rule: { type: ["string", "integer"] }, want: "1" },
    ],
  ])("%s", (_, { given, rule, want }) => {
    expect(mapRow(row(given), mappingOf(rule))).toEqual({ line: 7, record: { a: want } });
  });

  test.each([[""], ["   "], ["\t"], ["\u00A0"]])("that is empty, as %j, is left out", (cell) => {
    const mapped = mapRow(row(cell, "x", cell), mappingOf(TEXT, TEXT, { type: "integer" }));
    expect(mapped).toEqual({ line: 7, record: { b: "x" } });
  });

  test("of a column that is no field is left out", () => {
    expect(mapRow(row("1", "2", "3"), mappingOf(TEXT, undefined, TEXT))).toEqual({
      line: 7,
      record: { a: "1", c: "3" },
    });
  });
});

describe("a row", () => {
  test.each<[string, string[], string]>([
    ["too few", ["1", "2"], "the row has 2 cells, and the header has 3"],
    ["too many", ["1", "2", "3", "4"], "the row has 4 cells, and the header has 3"],
  ])("with %s cells is refused with both numbers", (_, cells, message) => {
    const mapped = mapRow(row(...cells), mappingOf(TEXT, TEXT, TEXT));
    expect(mapped).toEqual({ line: 7, reasons: [{ message }] });
  });

  test("that is malformed is refused with what is wrong, and not for its number of cells", () => {
    const malformed = { ...row(), malformed: "a quote is never closed" };
    expect(mapRow(malformed, mappingOf(TEXT))).toEqual({
      line: 7,
      reasons: [{ message: "a quote is never closed" }],
    });
  });
});
