import { expect, test } from "vitest";
import { nearest } from "../../src/bulk/nearest.ts";

const KNOWN = ["push", "plan", "status", "concurrency", "ccs"];

test.each([
  ["psuh", "push"],
  ["pus", "push"],
  ["PUSH", "push"],
  ["csc", "ccs"],
  ["concurency", "concurrency"],
  ["statsu", "status"],
  ["sing", undefined],
  ["", undefined],
  ["a-very-long-name-of-something-else", undefined],
])("the name that is most like %j is %j", (name, want) => {
  expect(nearest(name, KNOWN)).toBe(want);
});

test("nothing is like nothing", () => {
  expect(nearest("push", [])).toBeUndefined();
});
