import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Conversion, createConvert } from "../../../src/bulk/map/convert/convert.ts";
import { parseDateFormat } from "../../../src/bulk/map/convert/date-format.ts";
import { isRefusal } from "../../../src/bulk/map/convert/refusal.ts";
import { maskMessage } from "../../../src/cli/render/show-text.ts";
import { describe as describeIssue } from "../../../src/contract/describe.ts";
import { DATE } from "../../../src/contract/format.ts";
import { prepare } from "../../../src/contract/prepare.ts";
import { RULE_NAMES, type ScalarRule } from "../../../src/contract/rule.ts";

/** Values that a message may quote, all of which hold these digits, and no rule below does. */
const DIGITS = "987654";
const NUMBER = Number(DIGITS);
const text = fc.string({ unit: "binary", maxLength: 12 });
const values = fc.oneof(
  fc.tuple(text, text).map(([before, after]) => `${before}${DIGITS}${after}`),
  fc.constantFrom(`" came`, ` in the mapping`, `, and "`, "\n").map((end) => `${DIGITS}${end}`),
  fc.constantFrom(NUMBER, -NUMBER, NUMBER + 0.5, NUMBER * 1e20),
);

/** A rule that says everything that a sentence can say of one, and holds no value back. */
const RULE: ScalarRule = {
  ...{ type: "string", minLength: 1, maxLength: 2, minimum: 1, maximum: 2 },
  ...{ pattern: /^x, and "1" came$/, format: DATE, enum: ["x", 1] },
};

describe("a sentence of the check about a broken rule", () => {
  test.each(RULE_NAMES)("%s shows no value, whatever it is", (broken) => {
    fc.assert(
      fc.property(values, (value) => {
        const { message } = describeIssue(broken, ["zip"], value, prepare(RULE));
        expect(maskMessage(message)).not.toContain(DIGITS);
        expect(maskMessage(message)).toMatch(/^`zip` \w/);
      }),
    );
  });

  test("quotes some values, so that this test is one", () => {
    const messages = RULE_NAMES.map(
      (broken) => describeIssue(broken, ["zip"], DIGITS, prepare(RULE)).message,
    );
    expect(messages.filter((message) => message.includes(DIGITS)).length).toBeGreaterThan(3);
  });
});

const format = (given: string) => parseDateFormat(given) as NonNullable<ReturnType<typeof parseDateFormat>>;
const dates = (...formats: string[]) => ({ formats: formats.map(format), century: undefined });

/** Every way in which a mapping can refuse a value. */
const CONVERSIONS: readonly (readonly [string, Partial<Conversion>])[] = [
  ["a table", { table: { values: new Map(), otherwise: "reject" } }],
  ["a date", { date: dates("YYYY-MM-DD", "DD-MON-YYYY") }],
  ["an integer", { attribute: "age", type: "integer" }],
  ["a number", { attribute: "age", type: "number" }],
  ["a boolean", { attribute: "age", type: "boolean" }],
  ["a name", { lookup: true }],
];

describe("a sentence of the mapping about", () => {
  const refusalOf = (conversion: Partial<Conversion>, value: string | number) => {
    const field = { name: "zip", label: "Zip", required: false, description: "", rule: RULE };
    const given = { field, lookup: false, ...conversion };
    const converted = createConvert(given, { userTypes: new Map(), today: "2026-11-24" }).ofCell(value);
    return isRefusal(converted) ? `\`zip\` ${converted.refused}` : undefined;
  };

  test.each(CONVERSIONS)("%s shows no value, whatever it is", (_, conversion) => {
    fc.assert(
      fc.property(values, (value) => {
        const masked = maskMessage(refusalOf(conversion, value) ?? "");
        expect(masked).not.toContain(DIGITS);
      }),
    );
  });

  test.each(CONVERSIONS)("%s is made here, so that this test is one", (_, conversion) => {
    expect(refusalOf(conversion, `x${DIGITS}`)).toMatch(/^`zip` \w/);
  });
});

test.each(["src/bulk/map/convert/convert.ts", "src/contract/describe.ts"])(
  "every sentence in %s that quotes a value ends as the mask knows it",
  (file) => {
    const source = readFileSync(file, "utf8");
    const ends = [...source.matchAll(/\$\{(?:shown?\([^)]*\)|came)\}([^`]*)`/g)].map(([, end]) => end);
    expect(ends.length).toBeGreaterThan(2);
    expect(ends.filter((end) => end !== " came" && end !== " in the mapping")).toEqual([]);
  },
);
