import { describe, expect, test } from "vitest";
import { type BrakeQuestion, findBrakes } from "../../../src/bulk/plan/brakes.ts";
import { DEFAULT_LIMITS, type Limit } from "../../../src/bulk/plan/limits.ts";
import type { PlanCounts } from "../../../src/bulk/plan/plan.ts";
import { NOTHING_PLANNED } from "../../../src/bulk/plan/tally.ts";

const NOTHING: PlanCounts = { ...NOTHING_PLANNED, read: 1000 };

function brakes(counts: Partial<PlanCounts>, question: Partial<Omit<BrakeQuestion, "counts">> = {}) {
  return findBrakes({
    counts: { ...NOTHING, ...counts },
    missing: 0,
    known: 1000,
    knownOfSource: 500,
    limits: DEFAULT_LIMITS,
    firstRun: false,
    allowed: undefined,
    ...question,
  });
}

const names = (...args: Parameters<typeof brakes>) => brakes(...args).map(({ name }) => name);

describe("the brakes of a run", () => {
  test.each<[string, Partial<PlanCounts>, string[]]>([
    ["a share of those known there may be new", { new: 200 }, []],
    ["and no more", { new: 201 }, ["max-new"]],
    ["half of those known there may have changed", { changed: 500 }, []],
    ["and no more", { changed: 501 }, ["max-changed"]],
    ["a tenth of the rows may be rejected", { rejected: 100 }, []],
    ["and no more", { rejected: 101 }, ["max-rejected"]],
    ["who is sent again on request is no change", { again: 1000 }, []],
    ["several hold at once", { new: 900, rejected: 900 }, ["max-new", "max-rejected"]],
  ])("%s: %j", (_name, counts, want) => {
    expect(names(counts)).toEqual(want);
  });

  test.each([
    [100, []],
    [101, ["max-missing"]],
  ])("of 500 people of a source %i may be missing: %j", (missing, want) => {
    expect(names({}, { missing })).toEqual(want);
  });

  test.each<[string, Limit, string]>([
    [
      "the floor, where it is what counts",
      DEFAULT_LIMITS.maxRejected,
      "11 rejected rows, and 10 are always allowed, more than the 6 that make 10 % of the 60 rows of the file",
    ],
    [
      "a share of its own",
      { share: 0.1 },
      "11 rejected rows, and 6 are allowed, 10 % of the 60 rows of the file",
    ],
    [
      "a share of nothing",
      { share: 0 },
      "11 rejected rows, and 0 are allowed, 0 % of the 60 rows of the file",
    ],
    ["a number", { people: 1 }, "11 rejected rows, and 1 is allowed"],
  ])("name %s", (_name, maxRejected, want) => {
    const [brake] = brakes({ read: 60, rejected: 11 }, { limits: { ...DEFAULT_LIMITS, maxRejected } });
    expect(brake?.message).toBe(`${want}; if this is right, allow it once with --max-rejected 11`);
  });

  test.each([
    ["one row", { rejected: 1 }, /^1 rejected row, and 0 are/],
    ["one person", { new: 1 }, /^1 new person, and 0 are/],
  ])("take a share as it was given, and hold at %s", (_name, counts, want) => {
    const limits = { ...DEFAULT_LIMITS, maxNew: { share: 0 }, maxRejected: { share: 0 } };
    expect(brakes(counts, { limits }).map(({ message }) => message)).toEqual([expect.stringMatching(want)]);
  });

  test("let ten people through by default, however small the share is", () => {
    expect(names({ new: 10, changed: 10 }, { known: 3 })).toEqual([]);
    expect(names({ new: 11 }, { known: 3 })).toEqual(["max-new"]);
  });

  test("take a number as it is, zero included", () => {
    const limits = { ...DEFAULT_LIMITS, maxNew: { people: 0 }, maxChanged: { people: 700 } };
    expect(names({ new: 1, changed: 700 }, { limits })).toEqual(["max-new"]);
    expect(names({ changed: 701 }, { limits })).toEqual(["max-changed"]);
  });

  test("hold where nobody is known, until somebody says that it is the first run", () => {
    expect(names({ new: 5 }, { known: 0 })).toEqual(["first-run"]);
    expect(names({ new: 5000 }, { known: 0, firstRun: true })).toEqual([]);
    expect(names({ new: 0 }, { known: 0 })).toEqual([]);
  });

  test("let a run go on as far as the one that it continues was allowed", () => {
    const allowed = { new: 800, changed: 600 };
    expect(names({ new: 800, changed: 600 }, { allowed })).toEqual([]);
    expect(names({ new: 801, changed: 601 }, { allowed })).toEqual(["max-new", "max-changed"]);
    expect(names({ new: 800 }, { known: 0, allowed })).toEqual([]);
  });

  test("say what came, what is allowed, and how to allow it once", () => {
    expect(brakes({ new: 412 })).toEqual([
      {
        name: "max-new",
        count: 412,
        limit: 200,
        message:
          "412 new people, and 200 are allowed, 20 % of the 1000 known there; if this is right, allow it once with --max-new 412",
      },
    ]);
  });
});
