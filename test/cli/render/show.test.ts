import { describe, expect, test } from "vitest";
import { countOf, showCount, showTally } from "../../../src/cli/render/counts.ts";
import { createReasonGroups } from "../../../src/cli/render/reason-groups.ts";
import { showDuration, showRemaining } from "../../../src/cli/render/show-duration.ts";
import { maskMessage, showReason } from "../../../src/cli/render/show-text.ts";

test.each([
  [0, "0"],
  [999, "999"],
  [1000, "1,000"],
  [12_345_678, "12,345,678"],
])("the count %i is shown as %s", (count, want) => {
  expect(showCount(count)).toBe(want);
});

test("a count agrees with its noun", () => {
  expect([countOf(1, "row"), countOf(2, "row"), countOf(0, "person", "people")]).toEqual([
    "1 row",
    "2 rows",
    "0 people",
  ]);
});

test("a tally begins with the largest, and goes by name among equals", () => {
  expect(showTally({ b: 1, a: 1, c: 2000 })).toBe("c 2,000, a 1, b 1");
});

test.each([
  [0, "0 s"],
  [840, "0.8 s"],
  [9_949, "9.9 s"],
  [9_960, "10 s"],
  [59_400, "59 s"],
  [60_000, "1 min"],
  [200_000, "3 min 20 s"],
  [3_600_000, "1 h"],
  [7_500_000, "2 h 5 min"],
])("a duration of %i ms is shown as %s", (durationMs, want) => {
  expect(showDuration(durationMs)).toBe(want);
});

test.each([
  [400, "1 s"],
  [59_000, "59 s"],
  [61_000, "2 min"],
  [7_100_000, "119 min"],
  [7_300_000, "3 h"],
])("%i ms are left as %s", (durationMs, want) => {
  expect(showRemaining(durationMs)).toBe(want);
});

test.each([
  ['`email` must be an e-mail address, and "jo@" came', "`email` must be an e-mail address"],
  ['`email` must be an e-mail address, and "a very long valu… came', "`email` must be an e-mail address"],
  ['`x` must match ^a$, and "b, and "c" came" came', "`x` must match ^a$"],
  ["`departmentId` must be at most 255, and 300 came", "`departmentId` must be at most 255"],
  ["`age` must be at least 0, and -3 came", "`age` must be at least 0"],
  ["`age` must be of type string, and true came", "`age` must be of type string"],
  ['`type` has no value for "STU" in the mapping', "`type` has a value that the mapping does not know"],
  ["`zip` must be a string, and a number came", "`zip` must be a string, and a number came"],
  ["`zip` has 12 characters, the limit is 10", "`zip` has 12 characters, the limit is 10"],
])("the message %j is shown without a value", (message, want) => {
  expect(maskMessage(message)).toBe(want);
});

test("a reason names the fault that the API would have answered, where it did not", () => {
  const reason = { code: 9033, message: "`zip` is bad" };
  expect(showReason(reason)).toBe("`zip` is bad (not sent; it would be fault 9033)");
  expect(showReason({ ...reason, answered: true })).toBe("`zip` is bad");
});

describe("reasons in groups", () => {
  const list = (messages: readonly string[], facts = {}) => {
    const groups = createReasonGroups();
    for (const message of messages) groups.add({ message, ...facts });
    return groups.list().map(({ message, count }) => [message, count]);
  };

  test("are one where they differ in numbers alone, and show those that they share", () => {
    const messages = [
      "`zip` has 12 characters, the limit is 10",
      "`zip` has 31 characters, the limit is 10",
      "`zip` has 12 characters, the limit is 10",
      "odd",
    ];
    expect(list(messages)).toEqual([
      ["`zip` has … characters, the limit is 10", 3],
      ["odd", 1],
    ]);
  });

  test("are one where they differ in the value that came", () => {
    expect(list(['must be a date, and "x" came', 'must be a date, and "y" came'])).toEqual([
      ["must be a date", 2],
    ]);
  });

  test("differ where they name other signs or other fields", () => {
    const messages = [
      "`id` holds U+200B",
      "`id` holds U+001B",
      "`street2` is missing",
      "`street3` is missing",
    ];
    expect(list(messages)).toEqual(messages.map((message) => [message, 1]));
  });

  test("differ by field and code", () => {
    const groups = createReasonGroups();
    for (const field of ["zip", "zip2"])
      for (const code of [1, 2]) groups.add({ field, code, message: "bad" });
    expect(groups.list()).toHaveLength(4);
  });

  test("are few, however many words an API has", () => {
    const worded = Array.from({ length: 5000 }, (_, index) => "x".repeat(1 + (index % 250)));
    const groups = list(worded);
    expect(groups).toHaveLength(101);
    expect(groups[0]).toEqual(["other reasons", 3000]);
  });
});
