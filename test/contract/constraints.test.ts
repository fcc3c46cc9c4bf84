import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createCheck } from "../../src/contract/check.ts";
import { DATE } from "../../src/contract/format.ts";
import { countCodePoints } from "../../src/contract/length.ts";
import type { Rule, RuleName } from "../../src/contract/rule.ts";

const text: Rule = { type: "string" };

type Limit = readonly [
  name: string,
  rule: Rule,
  breaks: RuleName,
  values: { readonly takes: readonly unknown[]; readonly refuses: readonly unknown[] },
];

/** Rules, with the values up to their limit and the ones just past it. */
const LIMITS: readonly Limit[] = [
  [
    "a shortest length",
    { type: "string", minLength: 2 },
    "minLength",
    { takes: ["ab", "😀😀"], refuses: ["", "a", "😀"] },
  ],
  [
    "a longest length",
    { type: "string", maxLength: 2 },
    "maxLength",
    { takes: ["", "ab", "😀😀"], refuses: ["abc", "😀😀😀", "e\u0301\u0301"] },
  ],
  ["no length", { type: "string", minLength: 0, maxLength: 0 }, "maxLength", { takes: [""], refuses: ["a"] }],
  ["a least number", { type: "integer", minimum: 0 }, "minimum", { takes: [0, -0, 1], refuses: [-1] }],
  [
    "a greatest number",
    { type: "number", maximum: 255 },
    "maximum",
    { takes: [255, 254.5, -1], refuses: [256, 255.01] },
  ],
  [
    "a pattern",
    { type: "string", pattern: /^[0-9]+$/u },
    "pattern",
    { takes: ["0", "007"], refuses: ["", "7a", "7\n", "٧"] },
  ],
  [
    "a format",
    { type: "string", format: DATE },
    "format",
    { takes: ["2001-01-31"], refuses: ["2001-01-32", ""] },
  ],
  [
    "a secret",
    { type: "string", password: true, minLength: 1 },
    "minLength",
    { takes: [" ", "ann@"], refuses: [""] },
  ],
  [
    "a list of values",
    { type: "string", enum: ["on", "off"] },
    "enum",
    { takes: ["on", "off"], refuses: ["ON", "", "on "] },
  ],
  [
    "text",
    text,
    "type",
    { takes: ["", "1"], refuses: [1, true, null, [], {}, ["a"], undefined, 1n, Symbol("a")] },
  ],
  [
    "whole numbers",
    { type: "integer" },
    "type",
    { takes: [1, 1e300, -0], refuses: [1.5, "1", true, null, [1], Number.NaN, Number.POSITIVE_INFINITY] },
  ],
  [
    "numbers",
    { type: "number" },
    "type",
    { takes: [1, 1.5, -1e-9], refuses: ["1.5", null, [], Number.NaN, Number.NEGATIVE_INFINITY] },
  ],
  ["true or false", { type: "boolean" }, "type", { takes: [true, false], refuses: ["true", 1, 0, null, []] }],
  [
    "several types",
    { type: ["string", "number", "boolean"] },
    "type",
    { takes: ["", 0, 1.5, false], refuses: [null, [], {}, Number.NaN] },
  ],
  [
    "lists",
    { type: "array", items: text },
    "type",
    { takes: [[], ["a", ""]], refuses: ["a", {}, null, { length: 0 }] },
  ],
  [
    "objects",
    { type: "object", closed: false, required: [], properties: {} },
    "type",
    { takes: [{}, { other: 1 }], refuses: [[], null, "{}", 1, true] },
  ],
];

describe.each(LIMITS)("a rule for %s", (_, rule, breaks, { takes, refuses }) => {
  const check = createCheck(rule);
  test.each(takes.map((value) => [value]))("takes %o", (value) => expect(check(value)).toEqual([]));
  test.each(refuses.map((value) => [value]))("refuses %o", (value) =>
    expect(check(value)).toMatchObject([{ rule: breaks }]),
  );
});

test("a character beyond the basic plane counts as one, and so does half of one", () => {
  const anyText = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.integer({ min: 0xd7ff, max: 0xe000 })).map((units) => String.fromCharCode(...units)),
  );
  fc.assert(fc.property(anyText, (value) => countCodePoints(value) === [...value].length));
});
