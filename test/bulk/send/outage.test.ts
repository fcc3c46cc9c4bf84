import { describe, expect, test } from "vitest";
import { type Refusal, simulate } from "./simulate.ts";

/** The clock of a simulation begins there. */
const START_MS = 1_000_000;

/** A server that is away for a time. */
function away(fromMs: number, toMs: number): (at: number) => boolean {
  return (at) => at < START_MS + fromMs || at >= START_MS + toMs;
}

describe("a server that is started anew for ten seconds", () => {
  const REFUSALS: [string, Refusal][] = [
    ["takes no connections", "noConnection"],
    ["answers 503", { status: 503 }],
    ["answers 503 and asks to wait", { status: 503, retryAfterMs: 2_000 }],
    ["answers nothing in time", { hangsMs: 3_000 }],
  ];

  test.each(REFUSALS)("and %s stops no run and loses nobody", async (_, refusal) => {
    const run = await simulate({ admits: away(2_000, 12_000), latencyMs: 10, refusal, forMs: 40_000 });
    expect(run.stop).toBeUndefined();
    expect(run.fates).toEqual({ pushed: expect.any(Number) });
    expect(run.refused).toBeLessThanOrEqual(40);
    expect(run.perSecondIn(30_000, 40_000)).toBeGreaterThan(100);
  });

  test.each([1, 4, 64])("stops no run of %i at a time, and loses nobody", async (concurrency) => {
    const options = { concurrency };
    const admits = away(2_000, 12_000);
    const run = await simulate({ admits, latencyMs: 40, refusal: "noConnection", forMs: 40_000, options });
    expect(run.stop).toBeUndefined();
    expect(run.fates).toEqual({ pushed: expect.any(Number) });
  });

  test("stops no run that begins meanwhile", async () => {
    const run = await simulate({
      admits: away(0, 10_000),
      latencyMs: 10,
      refusal: "noConnection",
      forMs: 30_000,
    });
    expect(run.stop).toBeUndefined();
    expect(run.fates).toEqual({ pushed: expect.any(Number) });
  });
});

describe("a server that stays away", () => {
  test.each<[string, number, number]>([
    ["from the start, within half a minute", 0, 30_000],
    ["later on, within a minute and a half", 5_000, 90_000],
  ])("ends the run %s, and whoever waits was not attempted", async (_, fromMs, withinMs) => {
    const admits = away(fromMs, Number.POSITIVE_INFINITY);
    const run = await simulate({ admits, latencyMs: 10, refusal: "noConnection", forMs: 600_000 });
    expect(run.stop?.reason).toBe("unreachable");
    expect(run.stop?.message).toContain("run the same command again later");
    expect(run.lastedMs).toBeLessThan(withinMs);
    expect(Object.keys(run.fates).sort()).toEqual(
      fromMs === 0 ? ["notAttempted"] : ["notAttempted", "pushed"],
    );
  });
});

test("nothing but 429s ends a run after ten minutes, and nobody is given up before", async () => {
  const run = await simulate({ admits: () => false, latencyMs: 10, forMs: 3_600_000 });
  expect(run.stop).toEqual({
    reason: "failing",
    message: expect.stringContaining("nothing but to wait"),
  });
  expect(run.lastedMs).toBeGreaterThan(600_000);
  expect(run.lastedMs).toBeLessThan(620_000);
  expect(run.fates).toEqual({ notAttempted: expect.any(Number) });
});
