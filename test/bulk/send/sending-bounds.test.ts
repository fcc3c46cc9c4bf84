import { describe, expect, test } from "vitest";
import { type PushFilesOptions, pushFiles } from "../../../src/bulk/run/push-files.ts";
import { opscomTarget } from "../../../src/bulk/target/opscom.ts";

const RUN: PushFilesOptions = {
  files: ["nowhere.csv"],
  stdin: (async function* () {})(),
  stateFile: "nowhere/state.sqlite",
  target: opscomTarget({ tenant: "OC_TOMA", apiToken: "a-token" }),
  openOutputs: () => expect.unreachable("nothing is opened"),
};

describe("a run from code refuses, before it opens anything, what would send nothing for ever or without a bound", () => {
  test.each<[string, unknown, string]>([
    ["concurrency", 0, "a whole number from 1 to 64, and 0 came"],
    ["concurrency", -1, "a whole number from 1 to 64, and -1 came"],
    ["concurrency", 1.5, "a whole number from 1 to 64, and 1.5 came"],
    ["concurrency", 65, "a whole number from 1 to 64, and 65 came"],
    ["concurrency", Number.NaN, "a whole number from 1 to 64, and NaN came"],
    ["concurrency", "x", "a whole number from 1 to 64, and x came"],
    ["ratePerSecond", 0, "a number from 0.01 to 100000, and 0 came"],
    ["ratePerSecond", Number.NaN, "a number from 0.01 to 100000, and NaN came"],
    ["ratePerSecond", "5", "a number from 0.01 to 100000, and 5 came"],
  ])("%s %s", async (name, value, says) => {
    await expect(pushFiles({ ...RUN, [name]: value })).rejects.toEqual(
      new RangeError(`${name} must be ${says}`),
    );
  });
});
