import { describe, expect, test } from "vitest";
import { countTicks, timeTicks } from "../../../src/cli/render/report/ticks.ts";
import { createTimeline } from "../../../src/cli/render/report/timeline.ts";
import { progressEvent, totalsOf } from "./made-up-run.ts";

test.each([
  [0, [0, 0.5, 1]],
  [0.3, [0, 0.5, 1]],
  [1, [0, 0.5, 1]],
  [52, [0, 20, 40, 60]],
  [60, [0, 20, 40, 60]],
  [640, [0, 200, 400, 600, 800]],
])("a scale up to %d has the marks %j", (most, want) => {
  expect(countTicks(most, 4)).toEqual(want);
});

test.each([
  [700, [0, 100, 200, 300, 400, 500, 600, 700]],
  [52_600, [0, 10_000, 20_000, 30_000, 40_000, 50_000]],
  [3 * 3_600_000, [0, 1_800_000, 3_600_000, 5_400_000, 7_200_000, 9_000_000, 10_800_000]],
])("a time axis of %d ms has the marks %j", (durationMs, want) => {
  expect(timeTicks(durationMs, 7)).toEqual(want);
});

test("a time axis of a week has few marks", () => {
  expect(timeTicks(7 * 24 * 3_600_000, 7)).toHaveLength(8);
});

describe("a timeline", () => {
  test("has a stretch for each progress, with what happened in it", () => {
    const timeline = createTimeline(300);
    timeline.add(progressEvent({ phase: "planning", elapsedMs: 9000, perSecond: 9 }));
    timeline.add(
      progressEvent({ elapsedMs: 1000, perSecond: 5, throttled: 1, totals: totalsOf({ rejected: 2 }) }),
    );
    timeline.add(progressEvent({ elapsedMs: 1000, perSecond: 7, throttled: 2 }));
    timeline.add(
      progressEvent({
        elapsedMs: 3000,
        perSecond: 6,
        throttled: 4,
        rateLimit: 8,
        totals: totalsOf({ rejected: 2 }),
      }),
    );
    expect(timeline.points()).toEqual([
      { fromMs: 0, untilMs: 1000, answersPerSecond: 5, throttled: 1, rejected: 2, rateLimit: undefined },
      { fromMs: 1000, untilMs: 3000, answersPerSecond: 6, throttled: 3, rejected: 0, rateLimit: 8 },
    ]);
  });

  test("counts by the time that went by where that is no second yet", () => {
    const timeline = createTimeline(300);
    for (const elapsedMs of [200, 500, 1000, 1200])
      timeline.add(progressEvent({ elapsedMs, perSecond: Math.min(1000, elapsedMs) * 0.3 }));
    expect(timeline.points().map(({ answersPerSecond }) => answersPerSecond)).toEqual([300, 300, 300, 300]);
  });

  test.each([10, 11, 100, 5000])(
    "loses nothing of %i stretches when it merges them, and stays fine and even",
    (count) => {
      const timeline = createTimeline(10);
      for (let index = 1; index <= count; index += 1) {
        const totals = totalsOf({ rejected: index });
        timeline.add(
          progressEvent({ elapsedMs: index * 1000, perSecond: index, throttled: 2 * index, totals }),
        );
      }
      const points = timeline.points();
      const sum = (measure: (point: (typeof points)[number]) => number) =>
        points.reduce((all, point) => all + measure(point), 0);
      const longest = Math.max(...points.map(({ fromMs, untilMs }) => untilMs - fromMs));
      expect(points.length).toBeGreaterThanOrEqual(5);
      expect(points.length).toBeLessThanOrEqual(10);
      expect(points.at(-1)?.untilMs).toBe(count * 1000);
      expect([sum(({ rejected }) => rejected), sum(({ throttled }) => throttled)]).toEqual([
        count,
        2 * count,
      ]);
      expect(sum((point) => (point.answersPerSecond * (point.untilMs - point.fromMs)) / 1000)).toBeCloseTo(
        (count * (count + 1)) / 2,
        3,
      );
      expect(longest).toBeLessThanOrEqual((count * 1000 * 2.5) / points.length);
    },
  );
});
