import { describe, expect, test } from "vitest";
import { type ClaimRules, claimsOf, claimText } from "../../../src/bulk/check/claims.ts";
import { type Claimant, createConflicts } from "../../../src/bulk/check/conflicts.ts";
import { foldEmail } from "../../../src/bulk/fold-email.ts";

const TARGET = {
  unique: [
    { field: "email", code: 9019, isEmail: true },
    { field: "user_name", code: undefined, isEmail: false },
  ],
  emailKey: undefined,
};

/** An API where an e-mail address tells people apart. */
const BY_EMAIL = { unique: [], emailKey: "email" };

type Person = Readonly<Record<"key", string> & Record<string, string>>;

/** Rows on lines 2, 3, … of one file, or of the file that a person names. */
function claimants(people: readonly Person[]): Claimant[] {
  return people.map(({ key, file = "roster.csv", ...record }, index) => ({
    place: { file, line: index + 2 },
    key,
    record,
    hash: JSON.stringify(record),
  }));
}

/** What is said of each row, where every claim of them is suspected. */
function judgeAll(people: readonly Person[], target: ClaimRules = TARGET): unknown[] {
  const rows = claimants(people);
  const texts = rows.flatMap(({ record, key }) => claimsOf(record, key, target).map(claimText));
  const conflicts = createConflicts(target, new Set(texts));
  for (const row of rows) conflicts.add(row);
  return rows.map((row) => {
    const verdict = conflicts.judge(row);
    return verdict?.kind === "rejected" ? verdict.reasons : verdict?.kind;
  });
}

const ANN = { key: "1", email: "ann@example.edu" };
const BEN = { key: "2", email: "ben@example.edu" };

describe("rows of one roster", () => {
  test("say nothing against each other where nothing is claimed twice", () => {
    expect(judgeAll([ANN, BEN, { key: "3" }, { key: "4" }])).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("of one person that agree are one record, and the later ones are duplicates", () => {
    expect(judgeAll([ANN, BEN, ANN, ANN])).toEqual([undefined, undefined, "duplicate", "duplicate"]);
  });

  test("of one person that differ are all rejected, each naming the others", () => {
    expect(judgeAll([{ ...ANN, city: "A" }, BEN, { ...ANN, city: "B" }, { ...ANN, city: "A" }])).toEqual([
      [{ message: "lines 4 and 5 hold the same person with other values; keep the one that is right" }],
      undefined,
      [{ message: "lines 2 and 5 hold the same person with other values; keep the one that is right" }],
      [{ message: "lines 2 and 4 hold the same person with other values; keep the one that is right" }],
    ]);
  });

  test("name the file of a row in another one", () => {
    const [, second] = judgeAll([
      { ...ANN, file: "staff.csv", city: "A" },
      { ...ANN, city: "B" },
    ]);
    expect(second).toMatchObject([{ message: expect.stringContaining("line 2 of staff.csv holds") }]);
  });

  test("of two people with one e-mail are both rejected, with the code that the API would answer", () => {
    const message = (line: number) =>
      `line ${line} holds another person with the same \`email\`, which must be unique`;
    expect(judgeAll([ANN, { ...BEN, email: ANN.email }])).toEqual([
      [{ field: "email", code: 9019, message: message(3) }],
      [{ field: "email", code: 9019, message: message(2) }],
    ]);
  });

  test("of two people whose e-mail differs in letter case alone are both rejected: it is one mailbox", () => {
    const message = (line: number) =>
      `line ${line} holds another person with the same \`email\`, which must be unique`;
    expect(judgeAll([ANN, { ...BEN, email: "Ann@Example.edu" }])).toEqual([
      [{ field: "email", code: 9019, message: message(3) }],
      [{ field: "email", code: 9019, message: message(2) }],
    ]);
  });

  test("may have user names that differ in letter case", () => {
    expect(
      judgeAll([
        { key: "1", user_name: "ann" },
        { key: "2", user_name: "Ann" },
      ]),
    ).toEqual([undefined, undefined]);
  });

  test("have no code where the API names none", () => {
    expect(
      judgeAll([
        { key: "1", user_name: "ann" },
        { key: "2", user_name: "ann" },
      ])[0],
    ).toEqual([{ field: "user_name", message: expect.stringContaining("line 3 holds another person") }]);
  });

  test("share an empty value without claiming it", () => {
    expect(
      judgeAll([
        { key: "1", email: "" },
        { key: "2", email: "" },
      ]),
    ).toEqual([undefined, undefined]);
  });

  test.each([
    ["letter case", "Ann@x.edu", "ann@X.edu"],
    ["composition", "Ren\u00c9@x.edu", "rene\u0301@x.edu"],
  ])(
    "of one e-mail address in two spellings, by %s, are rejected: nobody knows which is known",
    (_, one, two) => {
      const people = [one, BEN.email, two, two].map((email) => ({ key: foldEmail(email), email }));
      const message = (lines: string) =>
        `lines ${lines} hold the same person with other values (letter case makes no other e-mail address); keep the one that is right`;
      expect(judgeAll(people, BY_EMAIL)).toEqual([
        [{ message: message("4 and 5") }],
        undefined,
        [{ message: message("2 and 5") }],
        [{ message: message("2 and 4") }],
      ]);
    },
  );

  test("of one e-mail address in one spelling that agree are one record", () => {
    const people = ["Ann@x.edu", "Ann@x.edu"].map((email) => ({ key: foldEmail(email), email }));
    expect(judgeAll(people, BY_EMAIL)).toEqual([undefined, "duplicate"]);
  });

  test("have keys that are no e-mail addresses as they are spelled", () => {
    expect(judgeAll([{ key: "a1" }, { key: "A1" }])).toEqual([undefined, undefined]);
  });

  test("are counted, not all named, where there are many", () => {
    const many = Array.from({ length: 9 }, (_, index) => ({ ...ANN, city: `${index}` }));
    expect(judgeAll(many)[8]).toEqual([
      { message: expect.stringMatching(/^lines 2, 3, 4, 5, 6 and 3 more hold the same person/) },
    ]);
  });

  test("are remembered for suspected claims alone", () => {
    const conflicts = createConflicts(TARGET, new Set());
    for (const row of claimants([ANN, ANN])) conflicts.add(row);
    expect(conflicts.any()).toBe(false);
  });
});
