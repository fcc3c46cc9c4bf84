import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FileError } from "../../../src/bulk/file-error.ts";
import { createMapper } from "../../../src/bulk/map/create-mapper.ts";
import { parsePreset } from "../../../src/bulk/map/parse/parse-preset.ts";
import { REJECT_COLUMNS } from "../../../src/bulk/read/reject-columns.ts";
import type { Cell, Row } from "../../../src/bulk/read/row.ts";
import { createJsonLinesReader } from "../../../src/bulk/read/rows/json-lines-reader.ts";
import { createUserFields } from "../../../src/generated/activeplatform/fields.gen.ts";
import { addUserFields } from "../../../src/generated/ccs/fields.gen.ts";
import { pushProfileFields } from "../../../src/generated/opscom/fields.gen.ts";
import { type Given, mapperOf, mapRow, outcomeOf } from "./rows.ts";

const REQUIRED = ["unique_id", "login_source"];

/** The fields that a header comes to, beside what is required. */
function fieldsOf(...names: string[]): string[] {
  const header = [...REQUIRED, ...names];
  const { map } = createMapper({ fields: pushProfileFields });
  const mapped = map({ file: "roster.csv", line: 2, header, cells: header.map(() => "x") });
  return mapped.kind === "record"
    ? Object.keys(mapped.record).filter((name) => !REQUIRED.includes(name))
    : [];
}

/** Why the first row of a table is not mapped. */
function refusalOf(header: readonly string[], given: Given = {}): string {
  const { map } = mapperOf({ fields: pushProfileFields, ...given });
  try {
    map({ file: "roster.csv", line: 2, header, cells: header.map(() => "x") });
  } catch (error) {
    expect(error).toBeInstanceOf(FileError);
    return (error as Error).message;
  }
  return "nothing was thrown";
}

describe("a column", () => {
  test.each<[string, { given: string; want: string[] }]>([
    ["by its name", { given: "first_name", want: ["first_name"] }],
    ["by another name of it", { given: "zip", want: ["zip"] }],
    ["by the vendor's label", { given: "Cell phone number", want: ["phone_cell"] }],
    ["by a label with punctuation", { given: "Street - address 1", want: ["street"] }],
    [
      "by a label with a curly apostrophe",
      { given: "Driver’s licence province", want: ["driver_licence_prov"] },
    ],
    ["in capitals", { given: "FIRST_NAME", want: ["first_name"] }],
    ["in camel case", { given: "firstName", want: ["first_name"] }],
    ["with blanks", { given: "  first  name ", want: ["first_name"] }],
    ["broken over two lines", { given: "First\nName", want: ["first_name"] }],
    ["that is the second of two addresses", { given: "City 2", want: ["city2"] }],
  ])("is found %s", (_, { given, want }) => {
    expect(fieldsOf(given)).toEqual(want);
  });

  test.each([["shoe_size"], ["first"], ["apiToken"], ["api_token"], [""], [" "], ["#"]])(
    "is not sent when it is %j",
    (name) => {
      expect(fieldsOf(name)).toEqual([]);
    },
  );

  test.each([
    ["OPS-COM", pushProfileFields],
    ["ActivePlatform", createUserFields],
    ["CCS", addUserFields],
  ])("is found by name and by label for every field of %s", (_, fields) => {
    for (const read of ["name", "label"] as const) {
      const mapper = createMapper({ fields });
      mapper.map({ file: "a.csv", line: 2, header: fields.map((field) => field[read]), cells: [] });
      expect(mapper.ignoredColumns()).toEqual([]);
    }
  });
});

describe("the columns that are not sent", () => {
  test("are named once for all files, fit to be shown", () => {
    const mapper = createMapper({ fields: pushProfileFields });
    const header = ["Shoe Size", ...REQUIRED, " notes", " ", "\u001b[2J"];
    for (const file of ["a.csv", "b.csv"]) mapper.map({ file, line: 2, header: [...header], cells: [] });
    expect(mapper.ignoredColumns()).toEqual(["Shoe Size", "notes", "…"]);
  });

  test("are neither those that a mapping reads, nor those of a file of rejects, nor those that are dropped", () => {
    const mapper = mapperOf({
      mapping: "skip: { gone: { column: Left, empty: false } }\ndrop: [Notes, '#']\nfields: { email: Mail }",
    });
    const header = ["unique_id", "Mail", "LEFT", "notes", "#", ...REJECT_COLUMNS];
    expect(
      outcomeOf(
        mapper.map({ file: "a.csv", line: 2, header, cells: ["1", "m", "", "n", "s", "2", "", "", "r"] }),
      ),
    ).toEqual({
      unique_id: "1",
      email: "m",
    });
    expect(mapper.ignoredColumns()).toEqual([]);
    expect(["Notes", "NOTES ", "#", "Mail", "%", ""].map(mapper.isDropped)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  test.each<[string, string[], string, string[]]>([
    [
      "two letters that changed places",
      ["frist_name", "emial"],
      "",
      ["frist_name -> first_name", "emial -> email"],
    ],
    ["a slip in the vendor's label", ["Last  Nme"], "", ["Last  Nme -> last_name"]],
    ["a field that another column fills", ["emial", "email"], "", []],
    ["a field that the mapping fills", ["emial", "Mail"], "fields: { email: Mail }", []],
    ["a field that the mapping omits", ["emial"], "omit: [email]", []],
    ["a field that the mapping omits by another name", ["postl_code"], "omit: [zip]", []],
    ["a field whose other name is filled", ["provnce", "state"], "", []],
    ["something else", ["STATE2", "PIDM", "shoe_size", "notes"], "", []],
  ])("are guessed at where they are nearly a field that nothing fills: %s", (_, names, mapping, want) => {
    const mapper = mapperOf({ fields: pushProfileFields, ...(mapping ? { mapping } : {}) });
    const header = [...REQUIRED, ...names];
    mapper.map({ file: "a.csv", line: 2, header, cells: header.map(() => "x") });
    const notes = want.map((one) => `the column ${one.replace(" -> ", " is not sent; did you mean ")}?`);
    expect(mapper.notes()).toEqual(notes);
  });

  test("are named where one of them was probably meant to be the required one", () => {
    expect(refusalOf(["unqiue_id", "login_source"])).toContain(
      "the header has no column for unique_id (is unqiue_id meant?); it has: ",
    );
  });

  test("are bounded where rows of JSON bring any number of them", () => {
    const mapper = createMapper({ fields: pushProfileFields });
    const row = { file: "a.jsonl", isSelfNamed: true, cells: ["x"] } as const;
    for (let line = 1; line <= 3000; line += 1) mapper.map({ ...row, line, header: [`column${line}`] });
    expect(mapper.ignoredColumns()).toHaveLength(1000);
  });
});

function unknownCells(count: string): string {
  return (
    `none of what stands there (${count}) is the name of a field or of a column that the mapping takes, so it may be a person ` +
    "and is not shown. The first row must name the columns; `userpush fields` lists the fields"
  );
}

describe("the header of a table is refused", () => {
  test.each<[string, { header: string[]; mapping?: string; want: string }]>([
    [
      "with two columns of one field",
      {
        header: [...REQUIRED, "Unique ID"],
        want: "two columns of the header hold unique_id; keep one of them",
      },
    ],
    [
      "with one required column missing",
      {
        header: ["unique_id", "email"],
        want: "the header has no column for login_source; it has: unique_id, email",
      },
    ],
    [
      "with both required columns missing",
      {
        header: ["a", " ", "b"],
        want: `the header has no column for unique_id and login_source; ${unknownCells("2 cells")}`,
      },
    ],
    [
      "with no column at all",
      { header: [], want: "the header has no column for unique_id and login_source; it has: nothing" },
    ],
    [
      "with a required column missing that the mapping names",
      {
        header: ["login_source", "email"],
        mapping: "fields: { unique_id: [ID, No] }",
        want: "the header has no column for unique_id (the mapping takes unique_id from ID or No); it has: login_source, email",
      },
    ],
    [
      "with a column missing that the mapping names",
      {
        header: REQUIRED,
        mapping: "fields: { city: { column: Town, default: Ottawa } }",
        want: "the mapping takes city from Town, and the header has no such column; it has: unique_id, login_source",
      },
    ],
    [
      "with one of the joined columns missing",
      {
        header: [...REQUIRED, "A"],
        mapping: "fields: { street: { join: [A, B] } }",
        want: "the mapping takes street from B, and the header has no such column; it has: unique_id, login_source, A",
      },
    ],
    [
      "with a column missing by which rows are left out",
      {
        header: REQUIRED,
        mapping: "skip: { gone: { column: Status, is: Left } }",
        want: "the mapping leaves rows out by Status, and the header has no such column; it has: unique_id, login_source",
      },
    ],
    [
      "with a column missing that is dropped, which may be mistyped",
      {
        header: [...REQUIRED, "City", "Contract"],
        mapping: "drop: [contract, Citty]",
        want: "the mapping drops Citty, and the header has no such column; it has: unique_id, login_source, City, Contract",
      },
    ],
    [
      "with two columns that the mapping could mean",
      {
        header: [...REQUIRED, "MAIL", "mail"],
        mapping: "fields: { email: Mail }",
        want: "two columns of the header are named Mail, and the mapping uses that name",
      },
    ],
    [
      "with nothing to send but constants",
      {
        header: ["a"],
        mapping: "fields: { unique_id: { constant: x }, login_source: { constant: y } }",
        want: `no column of the header is a field; ${unknownCells("1 cell")}`,
      },
    ],
    [
      "with a required field that is omitted",
      {
        header: REQUIRED,
        mapping: "omit: [login_source]",
        want: "the header has no column for login_source; it has: unique_id, login_source",
      },
    ],
  ])("%s", (_, { header, mapping, want }) => {
    expect(refusalOf(header, mapping === undefined ? {} : { mapping })).toBe(`roster.csv: ${want}`);
  });

  test("without a password, saying where one could come from", () => {
    expect(refusalOf(["email", "first_name", "last_name"], { fields: createUserFields })).toContain(
      "no column for password (`password: { random: password }` in a mapping makes one up)",
    );
  });

  test.each([
    [";", "semicolons"],
    ["\t", "tabs"],
    ["|", "bars"],
    [",", "commas"],
  ])("and told so where its cells are separated by %j", (separator, name) => {
    expect(refusalOf([REQUIRED.join(separator)])).toContain(`Its cells seem to be separated by ${name}`);
  });

  test.each([
    ["has a line break in a name", ["email", "First\nName"]],
    ["has a control character in a name", ["email", "\u001b[2JPK\u0003\u0004"]],
    ["has a very long name", ["email", `{${"x".repeat(100_000)}`]],
    ["has very many columns", ["email", ...Array.from({ length: 5000 }, (_, index) => `column${index}`)]],
  ])("and quoted on one printable line of bounded length where it %s", (_, header) => {
    const message = refusalOf(header);
    expect(message).toMatch(
      /^roster\.csv: the header has no column for unique_id and login_source; it has: [^\p{Cc}]+$/u,
    );
    expect(message.length).toBeLessThan(2500);
  });

  test.each([
    [["Ann", "Muster", "2001-01-31", "ann@home.example", "QC 99999999", "12 College Street"]],
    [["00123456;Muster;31-JAN-01"]],
    [["\u001b[2JPK\u0003\u0004"]],
  ])("and not shown where it may be a person: %j", (header) => {
    const message = refusalOf(header);
    for (const shown of header.flatMap((cell) => cell.split(/[ ;]/))) expect(message).not.toContain(shown);
    expect(message).toContain("The first row must name the columns");
  });

  test("in each file of a run that lacks a dropped column, but not in the rejects", () => {
    const { map } = mapperOf({ mapping: "drop: [Notes]" });
    const row = { line: 2, cells: ["1", "OPSCOM", "n"] };
    expect(map({ ...row, file: "a.csv", header: [...REQUIRED, "NOTES"] }).kind).toBe("record");
    const rejects = { file: "r.csv", line: 2, header: [...REQUIRED, ...REJECT_COLUMNS] };
    expect(map({ ...rejects, cells: ["1", "OPSCOM", "2", "", "", "r"] }).kind).toBe("record");
    expect(() => map({ ...row, file: "b.csv", header: [...REQUIRED, "Note"] })).toThrow(
      "b.csv: the mapping drops Notes, and the header has no such column",
    );
  });

  test("in each file of a run, and each time it is read", () => {
    const { map } = createMapper({ fields: pushProfileFields });
    const cells = ["1", "OPSCOM"];
    expect(map({ file: "a.csv", line: 2, header: REQUIRED, cells }).kind).toBe("record");
    const other = { file: "b.csv", line: 2, header: ["unique_id", "x"], cells };
    expect(() => map(other)).toThrow("b.csv: the header has no column for login_source");
    expect(() => map(other)).toThrow("b.csv: the header has no column for login_source");
    expect(map({ file: "a.csv", line: 3, header: REQUIRED, cells }).kind).toBe("record");
  });
});

describe("a column of social-security numbers", () => {
  test.each([
    "SSN",
    "ssn",
    "S.S.N.",
    "SPBPERS_SSN",
    "student SSN",
    "studentSSN",
    "SSN_LAST4",
    "ssn4",
    "SPBPERSSSN",
    "Social Security Number",
    "social-security",
    "SocSec No",
    "SS#",
    "SS No.",
    "SIN",
    "Sin Number",
    "student_sin",
    "Social Insurance No",
    "Numéro d’assurance sociale",
    "NAS",
    "ＳＳＮ",
  ])("stops the run when it is %j, unless it is dropped", (column) => {
    const header = [...REQUIRED, column];
    expect(refusalOf(header)).toContain("seems to hold social-security numbers, which are never sent");
    expect(refusalOf(header, { mapping: `drop: [${JSON.stringify(column)}]` })).toBe("nothing was thrown");
  });

  test.each([
    "business_name",
    "Business Name",
    "lessons",
    "single",
    "sinister",
    "casino",
    "class no",
    "passno",
    "first_name",
    "using",
    "Nassau",
  ])("is not seen in %j", (column) => {
    expect(refusalOf([...REQUIRED, column])).toBe("nothing was thrown");
  });

  test("stops the run even where a mapping sends it", () => {
    expect(refusalOf([...REQUIRED, "SSN"], { mapping: "fields: { student_no: SSN }" })).toContain(
      "the column SSN seems",
    );
  });

  test("stops the run in any row of JSON", () => {
    const { map } = mapperOf({});
    const row = { file: "a.jsonl", isSelfNamed: true } as const;
    expect(map({ ...row, line: 1, header: ["email"], cells: ["a"] }).kind).toBe("record");
    expect(() => map({ ...row, line: 2, header: ["email", "ssn"], cells: ["a", 1] })).toThrow(
      "the column ssn",
    );
  });

  test("is in no record when it is dropped", () => {
    expect(outcomeOf(mapRow({ email: "a", SSN: "000-00-0000" }, { mapping: "drop: [ssn]" }))).toEqual({
      email: "a",
    });
  });
});

describe("a row", () => {
  const map = (cells: Cell[], header = ["email", "city", "state"]) =>
    outcomeOf(mapperOf({}).map({ file: "a.csv", line: 2, header, cells }));

  test.each<[string, Cell[], string]>([
    ["one cell", ["1"], "the row has 1 cell, and the header has 3"],
    ["too few cells", ["1", "2"], "the row has 2 cells, and the header has 3"],
    ["too many cells", ["1", "2", "3", "4"], "the row has 4 cells, and the header has 3"],
    [
      "too few cells and a text that only begins like a last line",
      ["3 rows selected. x"],
      "the row has 1 cell, and the header has 3",
    ],
  ])("with %s is rejected with both numbers", (_, cells, message) => {
    expect(map(cells)).toEqual([message]);
  });

  test.each<[Cell[]]>([
    [["123 rows selected."]],
    [["1 row selected.", "", ""]],
    [["", " 1,234 ROWS SELECTED ", ""]],
    [["no rows selected"]],
    [["5 rows selected.", null, undefined, ""]],
  ])("that is %j is the last line of a spool", (cells) => {
    expect(map(cells)).toBe("last line of a spool");
  });

  test("that says rows are selected in one of its cells is a row", () => {
    expect(map(["a", "123 rows selected.", ""])).toEqual({ email: "a", city: "123 rows selected." });
  });

  test("that is malformed is rejected with what is wrong, and not for its number of cells or its header", () => {
    const malformed = "a quote is never closed";
    const row = { file: "a.csv", line: 2, header: ["SSN"], cells: [], malformed };
    expect(outcomeOf(mapperOf({}).map(row))).toEqual([malformed]);
  });
});

describe("a file of JSON, whose rows name their columns themselves,", () => {
  const jsonRow = (line: number, cells: Record<string, Cell>): Row => ({
    file: "a.jsonl",
    line,
    isSelfNamed: true,
    header: Object.keys(cells),
    cells: Object.values(cells),
  });

  test("is not refused for what one of its rows lacks", () => {
    const { map } = createMapper({ fields: pushProfileFields });
    expect(outcomeOf(map(jsonRow(1, { unique_id: "1" })))).toEqual({ unique_id: "1" });
    expect(outcomeOf(map(jsonRow(2, { unique_id: "2", login_source: "X" })))).toEqual({
      unique_id: "2",
      login_source: "X",
    });
  });

  test("is not refused where its first object is below a blank line", () => {
    const { map } = createMapper({ fields: pushProfileFields });
    const rows = createJsonLinesReader("a.jsonl").read(Buffer.from('\n{"note":"x"}\n{"unique_id":"1"}\n'));
    expect(rows.map((row) => outcomeOf(map(row)))).toEqual([{}, { unique_id: "1" }]);
  });

  test("is known by a malformed first row as well", () => {
    const { map } = createMapper({ fields: pushProfileFields });
    map({ ...jsonRow(1, {}), malformed: "no object" });
    expect(outcomeOf(map(jsonRow(2, { unique_id: "1" })))).toEqual({ unique_id: "1" });
  });

  test("is mapped in a time that grows with its rows, though each brings a new column", () => {
    const mapper = createMapper({ fields: pushProfileFields });
    const lines = Array.from({ length: 4_000 }, (_, index) => `{"unique_id":"${index}","new_${index}":1}\n`);
    const rows = createJsonLinesReader("a.jsonl").read(Buffer.from(lines.join("")));
    expect(rows.map((row) => outcomeOf(mapper.map(row)))).toEqual(
      lines.map((_, index) => ({ unique_id: `${index}` })),
    );
  });

  test("is mapped by a header that grew as by the same one at once", () => {
    const NAMES = [
      "email",
      "E-Mail",
      "Mail",
      "mail",
      "Status",
      "City",
      "note",
      "#",
      "%",
      "",
      "emial",
      "Left Out",
    ];
    const ATTRIBUTES = ["custom_attributes.age", "custom_attributes.", "userpush_row", "first_name "];
    const mapping = "fields: { email: Mail }\nskip: { gone: { column: Status, is: x1 } }\ndrop: [Left Out]";
    const COLUMNS = fc.shuffledSubarray([...NAMES, ...ATTRIBUTES], { minLength: 1 });
    fc.assert(
      fc.property(COLUMNS, fc.infiniteStream(fc.integer({ min: 1, max: 4 })), (columns, steps) => {
        const grown = mapperOf({ mapping });
        for (let length = 0, line = 1; length < columns.length; line += 1) {
          length = Math.min(columns.length, length + (steps.next().value ?? 1));
          const row = jsonRow(
            line,
            Object.fromEntries(columns.slice(0, length).map((name, at) => [name, `x${at}`])),
          );
          const atOnce = mapperOf({ mapping });
          expect(outcomeOf(grown.map(row))).toEqual(outcomeOf(atOnce.map(row)));
          expect(grown.notes()).toEqual(atOnce.notes());
        }
      }),
    );
  });

  test("is said to lack what none of its headers has", () => {
    const mapper = mapperOf({ mapping: "fields: { email: Mail, city: Town }" });
    for (const name of ["Mail", "emial", "phone", "hpone", "citty"]) mapper.map(jsonRow(1, { [name]: "x" }));
    expect(mapper.notes()).toEqual(["there is no column Town, so city is not sent"]);
  });

  test("is said to lack a column that is dropped, until a row has it", () => {
    const mapper = mapperOf({ mapping: "drop: [Notes]" });
    mapper.map(jsonRow(1, { city: "X" }));
    expect(mapper.notes()).toEqual(["there is no column Notes, which the mapping drops"]);
    mapper.map(jsonRow(2, { city: "X", notes: "n" }));
    expect(mapper.notes()).toEqual([]);
  });

  test("has the row rejected that holds a field twice, and not the run stopped", () => {
    const { map } = mapperOf({});
    map(jsonRow(1, { email: "a" }));
    expect(outcomeOf(map(jsonRow(2, { email: "a", Email: "b" })))).toEqual([
      "two columns of the header hold email; keep one of them",
    ]);
  });

  test("is said to lack a column that the mapping names, until a row has it", () => {
    const mapper = mapperOf({
      mapping: "fields: { email: Mail }\nskip: { gone: { column: Status, is: Left } }",
    });
    mapper.map(jsonRow(1, { city: "X" }));
    expect(mapper.notes()).toEqual([
      "there is no column Mail, so email is not sent",
      'there is no column Status, so no row is left out as "gone"',
    ]);
    mapper.map(jsonRow(2, { city: "X", Mail: "m", Status: "Active" }));
    expect(mapper.notes()).toEqual([]);
  });
});

describe("a row is left out", () => {
  test.each<[string, { condition: string; out: Cell[]; kept: Cell[] }]>([
    ["is", { condition: "is: Left", out: ["Left", " left ", "LEFT"], kept: ["", "Active", null] }],
    ["is one of", { condition: "is: [Left, 7]", out: ["Left", "7", 7], kept: ["", "07", "Active"] }],
    ["is false in JSON", { condition: "is: false", out: [false, "FALSE"], kept: [true, "", null] }],
    ["is not", { condition: "is not: Active", out: ["Left", "", null], kept: ["Active", "ACTIVE "] }],
    ["is not one of", { condition: "is not: [Active, New]", out: ["Left", ""], kept: ["Active", "new"] }],
    ["is empty", { condition: "empty: true", out: ["", "  ", null], kept: ["x", 0, false] }],
    ["is not empty", { condition: "empty: false", out: ["x", 0], kept: ["", " ", null] }],
  ])("where a column %s", (_, { condition, out, kept }) => {
    const mapping = `skip: { gone: { column: Status, ${condition} } }`;
    for (const cell of out) expect(outcomeOf(mapRow({ email: "a", status: cell }, { mapping }))).toBe("gone");
    for (const cell of kept)
      expect(outcomeOf(mapRow({ email: "a", status: cell }, { mapping }))).toEqual({ email: "a" });
  });

  test("by a column that is dropped, but not in the rejects, which lack it", () => {
    const mapper = mapperOf({
      mapping: "skip: { gone: { column: Status, is not: Active } }\ndrop: [Status]",
    });
    const roster = { file: "a.csv", line: 2, header: ["email", "Status"], cells: ["a", "Left"] };
    expect(outcomeOf(mapper.map(roster))).toBe("gone");
    const header = ["email", ...REJECT_COLUMNS];
    expect(
      outcomeOf(mapper.map({ file: "rejects.csv", line: 2, header, cells: ["a", "2", "", "", "r"] })),
    ).toEqual({ email: "a" });
  });

  test("by no column of a preset that is not there, which is said", () => {
    const mapper = createMapper({
      fields: pushProfileFields,
      mapping: parsePreset("oneroster", pushProfileFields),
    });
    const header = ["sourcedId", "status", "enabledUser"];
    expect(mapper.map({ file: "users.csv", line: 2, header, cells: ["1", "", "true"] }).kind).toBe("record");
    expect(mapper.notes()).toEqual([
      'there is no column role, so no row is left out as "a parent, guardian or relative"',
    ]);
  });
});
