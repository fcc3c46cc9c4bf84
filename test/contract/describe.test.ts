import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bodyRule } from "../../src/contract/body-rule.ts";
import { createCheck } from "../../src/contract/check.ts";
import { DATE, DATE_TIME, EMAIL } from "../../src/contract/format.ts";
import type { OperationFacts } from "../../src/contract/operation.ts";
import type { Rule } from "../../src/contract/rule.ts";
import { createUser } from "../../src/generated/activeplatform/operations.gen.ts";
import { addUser } from "../../src/generated/ccs/operations.gen.ts";
import { listUserTypes, pushProfile } from "../../src/generated/opscom/operations.gen.ts";

const OPERATIONS: readonly OperationFacts[] = [pushProfile, listUserTypes, createUser, addUser];
const mixed: Rule = { type: ["string", "number", "boolean"] };

/** The rule of the field `it`, its value, and what is said after its name. */
const SENTENCES: readonly (readonly [rule: Rule, value: unknown, says: string])[] = [
  [{ type: "string" }, undefined, "is required and is missing"],
  [{ type: "string" }, 7, "must be a string, and a number came"],
  [{ type: "string" }, null, "must be a string, and null came"],
  [{ type: "string" }, ["a"], "must be a string, and an array came"],
  [{ type: "string" }, {}, "must be a string, and an object came"],
  [{ type: "string" }, true, "must be a string, and a boolean came"],
  [{ type: "integer" }, 1.5, "must be an integer, and a fraction came"],
  [{ type: "integer" }, "1", "must be an integer, and text of 1 character came"],
  [{ type: "boolean" }, 0, "must be a boolean, and a number came"],
  [mixed, null, "must be a string or a number or a boolean, and null came"],
  [{ type: "array", items: mixed }, {}, "must be an array, and an object came"],
  [
    { type: "object", closed: true, required: [], properties: {} },
    [],
    "must be an object, and an array came",
  ],
  [{ type: "string", maxLength: 3 }, "abcd", "has 4 characters, the limit is 3"],
  [{ type: "string", maxLength: 3 }, "😀😀😀😀", "has 4 characters, the limit is 3"],
  [{ type: "string", maxLength: 0 }, "a", "has 1 character, the limit is 0"],
  [{ type: "string", minLength: 1 }, "", "is empty"],
  [{ type: "string", minLength: 2 }, "", "is empty"],
  [{ type: "string", minLength: 2 }, "a", "has 1 character, at least 2 are needed"],
  [{ type: "string", minLength: 3 }, "😀😀", "has 2 characters, at least 3 are needed"],
  [{ type: "integer", minimum: 0 }, -1, "must be at least 0, and -1 came"],
  [{ type: "integer", maximum: 255 }, 256, "must be at most 255, and 256 came"],
  [{ type: "string", pattern: /^[0-9]+$/u }, "six", 'must match ^[0-9]+$, and "six" came'],
  [{ type: "string", pattern: /^x$/u }, 'a"\n', 'must match ^x$, and "a\\"\\n" came'],
  [{ type: "string", format: DATE }, "31.01.2001", 'must be a date as YYYY-MM-DD, and "31.01.2001" came'],
  [{ type: "string", format: DATE_TIME }, "now", 'must be a date and time as in RFC 3339, and "now" came'],
  [{ type: "string", format: EMAIL }, "ann", 'must be an e-mail address, and "ann" came'],
  [{ type: "string", enum: ["a", "b"] }, "c", 'must be a or b, and "c" came'],
  [{ type: "boolean", enum: [true] }, false, "must be true, and false came"],
];

/** What stands in place of a value that may not be shown. */
const CONCEALED: readonly (readonly [rule: Rule, value: unknown, says: string])[] = [
  [{ type: "string", pattern: /^[0-9]+$/u }, "six", "must match ^[0-9]+$, and text of 3 characters came"],
  [{ type: "string", format: DATE }, "!", "must be a date as YYYY-MM-DD, and text of 1 character came"],
  [{ type: "string", enum: ["a", "b"] }, "😀😀", "must be a or b, and text of 2 characters came"],
  [{ type: "integer", minimum: 100 }, 42, "must be at least 100, and a number came"],
  [{ type: "integer", maximum: 10 }, 42, "must be at most 10, and a number came"],
  [{ type: "boolean", enum: [true] }, false, "must be true, and a boolean came"],
];

describe("the message about a value", () => {
  test.each(SENTENCES)("%o of %o: %s", (rule, value, says) => {
    expect(messages(rule, { it: value })).toEqual([`\`it\` ${says}`]);
  });

  test.each(CONCEALED)("that may not be shown, %o of %o: %s", (rule, value, says) => {
    expect(messages({ ...rule, sensitive: true }, { it: value })).toEqual([`\`it\` ${says}`]);
  });

  // Known: these messages mislead, or break the line that they are printed in.
  test.each<[name: string, rule: Rule, given: object, never: RegExp]>([
    ["calls no number a fraction that is none", { type: "number" }, { it: Number.NaN }, /fraction/],
    ["does not speak of an undefined", { type: "array", items: mixed }, { it: [undefined] }, /undefined/],
    ["does not call a field without a name the record", mixed, { it: "", "": 1 }, /the record/],
    ["has one line, whatever a field is called", mixed, { it: "", "a\nb\u001b[2J": 1 }, /\p{Cc}/u],
    ["cuts no character in two", mixed, { it: "", [`x${"😀".repeat(30)}`]: 1 }, /\p{Cs}…/u],
  ])("%s", (_, rule, given, never) => {
    const found = messages(rule, given);
    expect(found).toHaveLength(1);
    expect(found.join()).not.toMatch(never);
  });

  test("calls the value as a whole the record", () => {
    expect(createCheck(mixed)(null)[0]?.message).toBe(
      "the record must be a string or a number or a boolean, and null came",
    );
  });

  test("names a field that the request has not", () => {
    expect(messages({ type: "string" }, { it: "", that: 1 })).toEqual(["`that` is not known here"]);
  });

  test("shows a name and a value of 40 characters in full", () => {
    const [unknown] = messages({ type: "string" }, { it: "", ["n".repeat(40)]: 1 });
    expect(unknown).toBe(`\`${"n".repeat(40)}\` is not known here`);
    const [wrong] = messages({ type: "string", format: EMAIL }, { it: "v".repeat(38) });
    expect(wrong).toContain(`and "${"v".repeat(38)}" came`);
  });

  test("cuts a long name, but not the path", () => {
    const [issue] = createCheck(recordOf({ type: "string" }))({ it: "", [`${"n".repeat(40)}ame`]: 1 });
    expect(issue?.message).toBe(`\`${"n".repeat(40)}…\` is not known here`);
    expect(issue?.path).toEqual([`${"n".repeat(40)}ame`]);
  });

  test("cuts a long value", () => {
    const [message] = messages({ type: "string", format: EMAIL }, { it: "v".repeat(100_000) });
    expect(message).toBe(`\`it\` must be an e-mail address, and "${"v".repeat(39)}… came`);
  });
});

describe.each(OPERATIONS)("the messages about a request of $id", (facts) => {
  const rule = bodyRule(facts);
  const check = createCheck(rule);
  const sensitive = Object.entries(rule.properties).filter(([, rule]) => rule.sensitive);

  test("show no value of a sensitive field, whatever it is", () => {
    const marked = fc.string({ unit: "binary", maxLength: 300 }).map((text) => `S3CRET${text}`);
    const value = fc.oneof(
      marked,
      fc.constantFrom(4_242_424_242, -4_242_424_242, 4242.4242),
      marked.map((text) => ({ key: "", value: [text] })),
      marked.map((text) => [text, { key: text, value: { text } }, { key: "k" }]),
    );
    fc.assert(
      fc.property(fc.constantFrom(...sensitive.map(([name]) => name)), value, (name, given) => {
        const issues = check({ [name]: given });
        expect(issues.map(({ message, field }) => message + field).join()).not.toMatch(/S3CRET|4242/);
      }),
    );
  });
});

function recordOf(rule: Rule): Rule {
  return { type: "object", closed: true, required: ["it"], properties: { it: rule } };
}

function messages(rule: Rule, given: object): string[] {
  return createCheck(recordOf(rule))(given).map(({ message }) => message);
}
