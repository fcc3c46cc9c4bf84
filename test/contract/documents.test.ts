import { describe, expect, test } from "vitest";
import { createCheck } from "../../src/contract/check.ts";
import type { Rule } from "../../src/contract/rule.ts";
import { createUserFields } from "../../src/generated/activeplatform/fields.gen.ts";
import { addUserFields } from "../../src/generated/ccs/fields.gen.ts";
import { pushProfileFields } from "../../src/generated/opscom/fields.gen.ts";
import { answers, requests } from "./bodies.ts";
import { type Path, spoil, violationsOf } from "./violations.ts";

describe.each([...requests, ...answers])("$name", ({ examples, rule }) => {
  test("takes every example of its document", () => {
    expect(examples).not.toEqual([]);
    expect(examples.flatMap(createCheck(rule))).toEqual([]);
  });
});

describe.each(requests)("$name", ({ schema, examples, rule }) => {
  const check = createCheck(rule);
  const [complete] = examples.toSorted((one, other) => sizeOf(other) - sizeOf(one));
  const violations = violationsOf(schema).map(
    (violation) => [nameOf(violation.path), violation.breaks, violation.value, violation] as const,
  );

  test.each(violations)(
    "finds that %s breaks %s with %j, and nothing else",
    (field, breaks, _, violation) => {
      const [issue, ...more] = check(spoil(complete, violation));
      expect(issue).toMatchObject({ field, path: violation.path, rule: breaks });
      expect(issue?.message).toContain(`\`${field}\``);
      expect(more).toEqual([]);
    },
  );

  test("has a type for each field of the document, and for no other", () => {
    const typed = violations.filter(([, breaks]) => breaks === "type").map(([field]) => field);
    expect([...new Set(typed)].sort()).toEqual(fieldsOf(rule).sort());
  });
});

// Known: the example of zip2 is 2108, a number, because it stands without quotes in openapi/opscom.yaml.
test("the example of every field is a valid value of it", () => {
  const fields = [...pushProfileFields, ...createUserFields, ...addUserFields];
  const shown = fields.filter(({ example }) => example !== undefined);
  const wrong = shown.filter(({ example, rule }) => createCheck(rule)(example).length > 0);
  expect(wrong.map(({ name }) => name)).toEqual([]);
});

/** Every field of a rule; what is in a list stands at its first place. */
function fieldsOf(rule: Rule, path: Path = []): string[] {
  const own = path.length > 0 ? [nameOf(path)] : [];
  if ("items" in rule) return [...own, ...fieldsOf(rule.items, [...path, 0])];
  const members = "properties" in rule ? Object.entries(rule.properties) : [];
  return [...own, ...members.flatMap(([name, member]) => fieldsOf(member, [...path, name]))];
}

function nameOf(path: Path): string {
  const steps = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`));
  return steps.join("").slice(1);
}

function sizeOf(value: unknown): number {
  return JSON.stringify(value).length;
}
