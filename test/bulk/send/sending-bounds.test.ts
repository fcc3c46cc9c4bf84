import { describe, expect, test } from "vitest";
import { pushFiles } from "../../../src/bulk/run/push-files.ts";

const LIBRARY_USE = { files: [], stateFile: "nowhere/state.sqlite" } as unknown as Parameters<
  typeof pushFiles
>[0];

describe("a run from code refuses, before it opens anything, what would send nothing for ever or without a bound", () => {
  test.each<[string, number, string]>([
    ["concurrency", 0, "a whole number from 1 to 64, and 0 came"],
    ["concurrency", -1, "a whole number from 1 to 64, and -1 came"],
    ["concurrency", 1.5, "a whole number from 1 to 64, and 1.5 came"],
    ["concurrency", 65, "a whole number from 1 to 64, and 65 came"],
    ["concurrency", Number.NaN, "a whole number from 1 to 64, and NaN came"],
    ["concurrency", "x" as unknown as number, "a whole number from 1 to 64, and x came"],
    ["ratePerSecond", 0, "a number from 0.01 to 100000, and 0 came"],
    ["ratePerSecond", Number.NaN, "a number from 0.01 to 100000, and NaN came"],
    ["ratePerSecond", "5" as unknown as number, "a number from 0.01 to 100000, and 5 came"],
  ])("%s %d", async (name, value, says) => {
    await expect(pushFiles({ ...LIBRARY_USE, [name]: value })).rejects.toEqual(
      new RangeError(`${name} must be ${says}`),
    );
  });
});
