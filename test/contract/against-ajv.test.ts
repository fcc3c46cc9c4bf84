import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createCheck } from "../../src/contract/check.ts";
import { answers, requests } from "./bodies.ts";
import { valuesOf } from "./values-of.ts";

const RUNS = 2000;

// Extensions, `xml` and `examples` say nothing to a validator, and it ignores what it does not know.
const ajv = new Ajv2020({ strict: false, validateFormats: true });
addFormats.default(ajv);

describe.each([...requests, ...answers])("about $name", ({ schema, rule }) => {
  test("we and Ajv agree on every value", () => {
    const check = createCheck(rule);
    const accepts = ajv.compile(schema);
    const count = { valid: 0, invalid: 0 };
    fc.assert(
      fc.property(valuesOf(schema), (value) => {
        const valid = check(value).length === 0;
        count[valid ? "valid" : "invalid"] += 1;
        expect(valid).toBe(accepts(value));
      }),
      { numRuns: RUNS },
    );
    // Were nearly all of one kind, the agreement would say little.
    expect(Math.min(count.valid, count.invalid)).toBeGreaterThan(RUNS / 10);
  });
});
