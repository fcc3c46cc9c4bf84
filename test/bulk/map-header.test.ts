import { describe, expect, test } from "vitest";
import { FileError } from "../../src/bulk/file-error.ts";
import { mapHeader } from "../../src/bulk/map-header.ts";
import { createUserFields } from "../../src/generated/activeplatform/fields.gen.ts";
import { addUserFields } from "../../src/generated/ccs/fields.gen.ts";
import { pushProfileFields } from "../../src/generated/opscom/fields.gen.ts";

const REQUIRED = ["unique_id", "login_source"];

/** The field of each column of a header that also has what is required. */
function fieldsOf(...names: string[]): (string | undefined)[] {
  const { columns } = mapHeader("roster.csv", [...REQUIRED, ...names], pushProfileFields);
  return columns.slice(REQUIRED.length).map((field) => field?.name);
}

describe("a column", () => {
  test.each<[string, { given: string; want: string | undefined }]>([
    ["by its name", { given: "first_name", want: "first_name" }],
    ["by another name of it", { given: "zip", want: "zip" }],
    ["by the vendor's label", { given: "Cell phone number", want: "phone_cell" }],
    ["by a label with punctuation", { given: "Street - address 1", want: "street" }],
    [
      "by a label with a curly apostrophe",
      { given: "Driver’s licence province", want: "driver_licence_prov" },
    ],
    ["in capitals", { given: "FIRST_NAME", want: "first_name" }],
    ["in camel case", { given: "firstName", want: "first_name" }],
    ["with blanks", { given: "  first  name ", want: "first_name" }],
    ["with dashes", { given: "First-Name", want: "first_name" }],
    ["broken over two lines", { given: "First\nName", want: "first_name" }],
    ["that is the second of two addresses", { given: "City 2", want: "city2" }],
  ])("is found %s", (_, { given, want }) => {
    expect(fieldsOf(given)).toEqual([want]);
  });

  test.each([["shoe_size"], ["first"], ["apiToken"], ["api_token"], [""], [" "]])(
    "is ignored when it is %j",
    (name) => {
      expect(fieldsOf(name)).toEqual([undefined]);
    },
  );

  test.each([
    ["OPS-COM", pushProfileFields],
    ["ActivePlatform", createUserFields],
    ["CCS", addUserFields],
  ])("is found by name and by label for every field of %s", (_, fields) => {
    for (const read of ["name", "label"] as const) {
      const { columns, ignored } = mapHeader(
        "roster.csv",
        fields.map((field) => field[read]),
        fields,
      );
      expect(columns).toEqual(fields);
      expect(ignored).toEqual([]);
    }
  });
});

describe("a header", () => {
  test("may stand in any order, and keeps its columns in theirs", () => {
    const { columns } = mapHeader(
      "roster.csv",
      ["Email", "?", "login_source", "unique_id"],
      pushProfileFields,
    );
    expect(columns.map((field) => field?.name)).toEqual(["email", undefined, "login_source", "unique_id"]);
  });

  test("names the columns that match no field and have a name", () => {
    const header = ["Shoe Size", ...REQUIRED, "email", " notes", " "];
    expect(mapHeader("roster.csv", header, pushProfileFields).ignored).toEqual(["Shoe Size", "notes"]);
  });

  test("may have a field and another name of it", () => {
    expect(fieldsOf("province", "state")).toEqual(["province", "state"]);
  });

  test.each<[string, { given: string[]; want: string }]>([
    [
      "two columns of one field",
      {
        given: [...REQUIRED, "Unique ID"],
        want: "two columns of the header hold unique_id; keep one of them",
      },
    ],
    [
      "one required column missing",
      {
        given: ["unique_id", "email"],
        want: "the header has no column for login_source; it has: unique_id, email",
      },
    ],
    [
      "both required columns missing",
      {
        given: ["a", " ", "b"],
        want: "the header has no column for unique_id and login_source; it has: a, b",
      },
    ],
    [
      "no column at all",
      { given: [], want: "the header has no column for unique_id and login_source; it has: nothing" },
    ],
  ])("is refused with %s", (_, { given, want }) => {
    expect(() => mapHeader("roster.csv", given, pushProfileFields)).toThrow(
      new FileError(`roster.csv: ${want}`),
    );
  });

  test.each([
    [";", "semicolons"],
    ["\t", "tabs"],
    ["|", "bars"],
  ])("whose cells are separated by %j is told so", (separator, name) => {
    const header = [["unique_id", "login_source"].join(separator)];
    const message = messageOf(() => mapHeader("roster.csv", header, pushProfileFields));
    expect(message).toContain(`Its cells seem to be separated by ${name}: save the file with commas`);
  });

  test.each([
    ["has a line break in a name", ["First\nName"]],
    ["has a control character in a name", ["\u001b[2JPK\u0003\u0004"]],
    ["is one very long line, as of a file that is no CSV", [`{${"x".repeat(100_000)}`]],
    ["has very many columns", Array.from({ length: 5000 }, (_, index) => `column${index}`)],
  ])("is quoted on one printable line of bounded length where it %s", (_, header) => {
    const message = messageOf(() => mapHeader("roster.csv", header, pushProfileFields));
    expect(message).toMatch(
      /^roster\.csv: the header has no column for unique_id and login_source; it has: [^\p{Cc}]+$/u,
    );
    expect(message.length).toBeLessThan(2500);
  });
});

function messageOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return (error as Error).message;
  }
  return "nothing was thrown";
}
