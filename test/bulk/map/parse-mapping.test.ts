import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MappingError } from "../../../src/bulk/map/mapping-error.ts";
import { ACTIVEPLATFORM, CCS, parse } from "./rows.ts";

function problemOf(text: string, fields?: Parameters<typeof parse>[1]): string {
  try {
    parse(text, fields);
  } catch (error) {
    expect(error).toBeInstanceOf(MappingError);
    return (error as Error).message;
  }
  return "nothing was thrown";
}

/** The mapping of one field, on line 2. */
const field = (value: string, name = "email") => `fields:\n  ${name}: ${value}`;

describe("a mapping is refused", () => {
  test.each<[string, { given: string; want: string }]>([
    ["that is empty", { given: "", want: "mapping.yaml is empty" }],
    ["that is a comment", { given: "# nothing", want: "mapping.yaml is empty" }],
    [
      "that is text",
      {
        given: "hello",
        want: "mapping.yaml, line 1: expected keys of fields, skip, drop, omit, empty, trim, and text came",
      },
    ],
    [
      "that is a list",
      {
        given: "- a",
        want: "line 1: expected keys of fields, skip, drop, omit, empty, trim, and a list came",
      },
    ],
    [
      "with an unknown key",
      {
        given: "fields: {}\nfeilds: {}",
        want: "line 2: `feilds` is no key here; expected one of: fields, skip,",
      },
    ],
    [
      "with an unknown field",
      {
        given: "fields:\n\n  emial: Mail",
        want: 'line 3: `emial` is no field. Did you mean "email"?',
      },
    ],
    [
      "with a field that is like no other",
      {
        given: field("x", "shoe_size_in_centimetres"),
        want: "`shoe_size_in_centimetres` is no field; the fields are: unique_id, login_source,",
      },
    ],
    ["with the token as a field", { given: field("x", "apiToken"), want: "`apiToken` is no field" }],
    ["with a field twice", { given: field("A\n  E-Mail: B"), want: "line 3: `email` is mapped twice" }],
    ["with a key twice", { given: field("A\n  email: B"), want: "line 3: Map keys must be unique" }],
    [
      "with an unknown key of a field",
      {
        given: field("{ colum: A }"),
        want: "line 2: `colum` is no key here; expected one of: column, join, with,",
      },
    ],
    [
      "with a field of nothing",
      { given: field(""), want: "line 2: expected the name of a column, and nothing came" },
    ],
    [
      "with a field of no source",
      { given: field("{ default: x@b.ca }"), want: "line 2: expected one of column, join, constant, random" },
    ],
    [
      "with a field of two sources",
      {
        given: field("{ column: A, constant: b }"),
        want: "line 2: expected one of column, join, constant, random",
      },
    ],
    [
      "with an empty list of columns",
      { given: field("[]"), want: "line 2: expected at least one, and an empty list came" },
    ],
    [
      "with a list in a list",
      { given: field("[[a]]"), want: "line 2: expected the name of a column, and a list came" },
    ],
    [
      "with a separator of no join",
      {
        given: field("{ column: A, with: x }"),
        want: "`with` stands between columns, and belongs to `join`",
      },
    ],
    [
      "with a part of a join that names no column",
      { given: field("{ join: [A, { prefix: x }] }", "street"), want: "line 2: expected a `column`" },
    ],
    [
      "with a default of a constant",
      {
        given: field("{ constant: a@b.ca, default: b }"),
        want: "`default` is about cells, and `constant` takes none",
      },
    ],
    [
      "with a type that the API knows",
      {
        given: field("{ column: A, type: integer }"),
        want: "the API says what type `email` has; `type` is for attributes",
      },
    ],
    [
      "with a wrong constant",
      {
        given: field("{ constant: nobody }"),
        want: "line 2: `email` must be an e-mail address, and text of 6 characters came",
      },
    ],
    [
      "with a wrong default",
      {
        given: field("{ column: A, default: six }", "user_type_id"),
        want: "line 2: `user_type_id` must match",
      },
    ],
    [
      "with a wrong value in a table",
      {
        given: field("{ column: A, values: { STU: six } }", "user_type_id"),
        want: "line 2: `user_type_id` must match",
      },
    ],
    [
      "with a table that is none",
      {
        given: field("{ column: A, values: STU }"),
        want: "expected values of the column, each with what is sent, and text came",
      },
    ],
    [
      "with a value twice in a table",
      {
        given: field("{ column: A, values: { STU: 6, stu: 7 } }", "user_type_id"),
        want: '"stu" is there twice',
      },
    ],
    [
      "with an empty value in a table",
      {
        given: field("{ column: A, values: { '': 6 } }", "user_type_id"),
        want: "`default` is what an empty cell comes to",
      },
    ],
    [
      "with an unknown otherwise",
      {
        given: field("{ column: A, values: { S: 6 }, otherwise: skip }", "user_type_id"),
        want: 'expected reject or omit or keep, and "skip" came',
      },
    ],
    [
      "with an otherwise of no table",
      { given: field("{ column: A, otherwise: keep }"), want: "`otherwise` belongs to a table, `values`" },
    ],
    [
      "with a table and a date",
      {
        given: field("{ column: A, values: { S: 6 }, date: YYYYMMDD }", "student_no"),
        want: "expected `values` or `date`, and both came",
      },
    ],
    [
      "with a lookup of what has no names",
      { given: field("{ column: A, lookup: name }"), want: "`email` takes no ids that have names" },
    ],
    [
      "with an unknown lookup",
      { given: field("{ column: A, lookup: id }", "user_type_id"), want: 'expected name, and "id" came' },
    ],
    [
      "with a random field that is no password",
      { given: field("{ random: password }"), want: "`email` is no password, and nothing else is made up" },
    ],
    [
      "with an empty that is neither",
      { given: "empty: null", want: 'line 1: expected omit or send, and "null" came' },
    ],
    [
      "with a trim that is neither",
      { given: "trim: no", want: 'line 1: expected true or false, and "no" came' },
    ],
    [
      "with a column that is dropped and sent",
      {
        given: `${field("Mail")}\ndrop: [MAIL]`,
        want: "line 3: `Mail` is dropped, and `email` is taken from it",
      },
    ],
    [
      "with a field that is omitted and sent",
      { given: `${field("Mail")}\nomit: [E-Mail]`, want: "line 3: `email` is omitted, and mapped" },
    ],
    [
      "with a field that is omitted and sent by another of its names",
      {
        given: `${field("PC", "zip")}\nomit: [postal_code]`,
        want: "line 3: `postal_code` is omitted, and `zip`, which goes with it, is mapped",
      },
    ],
    [
      "with another name of a field omitted, which is sent by its own",
      {
        given: `${field("PC", "postal_code")}\nomit: [city, zip]`,
        want: "line 3: `zip` is omitted, and `postal_code`, which goes with it, is mapped",
      },
    ],
    [
      "with an unknown field omitted",
      { given: "omit: [emial]", want: '`emial` is no field. Did you mean "email"?' },
    ],
    [
      "with a reason of no condition",
      {
        given: "skip: { gone: }",
        want: "line 1: expected keys of column, is, is not, empty, and nothing came",
      },
    ],
    [
      "with a condition of no column",
      { given: "skip: { gone: { is: x } }", want: "line 1: expected a `column`" },
    ],
    [
      "with a condition of no test",
      {
        given: "skip: { gone: { column: A } }",
        want: "expected one of `is`, `is not` and `empty` beside `column`",
      },
    ],
    [
      "with a condition of two tests",
      {
        given: "skip: { gone: { column: A, is: x, empty: true } }",
        want: "expected one of `is`, `is not` and `empty` beside `column`",
      },
    ],
    [
      "with a condition on an empty value",
      { given: "skip: { gone: { column: A, is not: '' } }", want: "`empty: false` is for empty cells" },
    ],
    [
      "with a reason that has no name",
      { given: "skip: { '': { column: A, is: x } }", want: "expected a reason, and nothing came" },
    ],
    ["with a key that is a list", { given: "? [a]\n: b", want: "line 1: a key must be text" }],
    [
      "with two documents",
      { given: "trim: true\n---\ntrim: true", want: "line 2: Source contains multiple documents" },
    ],
    ["with a tag", { given: "trim: !!js/function x", want: "line 1: Unresolved tag" }],
    [
      "with an open quote",
      { given: "fields:\n  email: 'x", want: "mapping.yaml, line 2: Missing closing 'quote" },
    ],
    [
      "with an alias of nothing",
      { given: "trim: *x", want: "line 1: an alias, `*`, needs an anchor, `&`, of its name above it" },
    ],
    [
      "with an alias of its own parent",
      { given: "fields: &a { email: *a }", want: "is nested too deeply, or its aliases grow too large" },
    ],
    [
      "of more than a million characters",
      { given: `# ${"x".repeat(1_000_000)}`, want: "mapping.yaml has more than 1,000,000 characters" },
    ],
  ])("%s", (_, { given, want }) => {
    expect(problemOf(given)).toContain(want);
  });

  test("with a list of attributes as one column", () => {
    expect(problemOf(field("A", "custom_attributes"), ACTIVEPLATFORM)).toContain(
      "line 2: `custom_attributes` is a list: each attribute has a column of its own, as in custom_attributes.age",
    );
  });

  test("with an attribute mapped and its whole list omitted", () => {
    const mapping = `${field("A", "custom_attributes.age")}\nomit: [custom_attributes]`;
    expect(problemOf(mapping, ACTIVEPLATFORM)).toContain(
      "`custom_attributes` is omitted, and `custom_attributes.age`, which goes with it, is mapped",
    );
  });

  test("with a constant of another type than its field", () => {
    expect(problemOf(field("{ constant: seven }", "roleId"), CCS)).toContain(
      "line 2: `roleId` must be an integer",
    );
    expect(problemOf(field("{ constant: 7 }", "roleId"), CCS)).toBe("nothing was thrown");
    expect(
      problemOf(field("{ constant: x, type: integer }", "custom_attributes.age"), ACTIVEPLATFORM),
    ).toContain("`custom_attributes.age` must be an integer");
  });

  test("with aliases that grow", () => {
    const levels = Array.from(
      { length: 7 },
      (_, index) => `x${index + 1}: &x${index + 1} [${`*x${index}, `.repeat(20)}]`,
    );
    expect(problemOf(`x0: &x0 a\n${levels.join("\n")}`)).toContain("its aliases grow too large");
  });
});

describe("a mapping is taken", () => {
  test.each<[string, string]>([
    [
      "with an alias of a table",
      "fields:\n  student_no: { column: A, values: &t { a: b } }\n  employ_no: { column: B, values: *t }",
    ],
    [
      "with a constant that is longer than a limit that a run may loosen",
      field("{ constant: 123456789012345678901 }", "street2"),
    ],
    ["with a byte order mark", "\ufefftrim: true"],
    ["in JSON", '{ "fields": { "email": "Mail" } }'],
  ])("%s", (_, given) => {
    expect(problemOf(given)).toBe("nothing was thrown");
  });

  test("or refused as one, whatever text it is", () => {
    const word = fc.constantFrom(
      "fields",
      "skip",
      "drop",
      "omit",
      "column",
      "join",
      "date",
      "century",
      "values",
      "email",
      "custom_attributes.x",
      "is",
      "empty",
      "{",
      "}",
      "[",
      "]",
      ":",
      ": ",
      "\n",
      "\n  ",
      "- ",
      "&a ",
      "*a",
      "!!x ",
      "? ",
      "'",
      '"',
      "|",
      ">",
      "#",
      "%YAML 9",
      "---",
      "__proto__",
      "<<",
    );
    const text = fc.oneof(
      fc.array(word).map((words) => words.join("")),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(text, (given) => {
        problemOf(given);
      }),
      { numRuns: 1000 },
    );
  });

  test("or refused as one, whatever values its keys have", () => {
    const value = fc.jsonValue();
    const keys = fc.record(
      {
        column: value,
        join: value,
        constant: value,
        values: value,
        date: value,
        century: value,
        default: value,
        lookup: value,
        entry: value,
      },
      { requiredKeys: [] },
    );
    const mapping = fc.record({
      fields: fc.oneof(value, fc.record({ email: keys, user_type_id: keys })),
      skip: value,
      drop: value,
    });
    fc.assert(
      fc.property(mapping, (given) => {
        problemOf(JSON.stringify(given));
      }),
      { numRuns: 500 },
    );
  });
});
