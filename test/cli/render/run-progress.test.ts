import { describe, expect, test } from "vitest";
import type { RunEvent } from "../../../src/bulk/run-event.ts";
import { createRunProgress } from "../../../src/cli/render/run-progress.ts";
import { finishedEvent, plannedEvent, planOf, progressEvent, rowEvent, totalsOf } from "./made-up-run.ts";

/** A progress on a clock that is turned by hand. */
function start({ quiet = false, ...io }: { isTerminal?: boolean; columns?: number; quiet?: boolean } = {}) {
  const shown = { status: [] as string[], said: [] as string[] };
  let time = 1000;
  const progress = createRunProgress({
    io: {
      ...{ isTerminal: true, columns: 120, ...io },
      status: (line) => void shown.status.push(line),
      say: (line) => void shown.said.push(line),
    },
    quiet,
    now: () => time,
  });
  function show(event: RunEvent, waitedMs = 10_000): void {
    time += waitedMs;
    progress.show(event);
  }
  return { show, shown };
}

const HALF = progressEvent({
  totals: totalsOf({ pushed: 4120, unchanged: 20, rejected: 12, uncertain: 1 }),
  ...{ share: 0.5, elapsedMs: 130_000, perSecond: 48.4, rateLimit: 50.2 },
});

describe("progress on a terminal", () => {
  test.each([
    [
      120,
      "████████████░░░░░░░░░░░░   50 %  4,120 pushed, 12 rejected, 1 uncertain  48/s, held to 50/s  3 min left",
    ],
    [100, "█████░░░░░   50 %  4,120 pushed, 12 rejected, 1 uncertain  48/s, held to 50/s  3 min left"],
    [80, "█████░░░░░   50 %  4,120 pushed, 12 rejected, 1 uncertain  48/s  3 min left"],
    [70, " 50 %  4,120 pushed, 12 rejected, 1 uncertain  48/s  3 min left"],
    [60, " 50 %  4,120 pushed, 12 rejected, 1 uncertain  3 min left"],
    [40, "█████░░░░░   50 %  3 min left"],
    [20, " 50 %  3 min left"],
    [10, " 50 %"],
    [6, "50 %"],
    [4, ""],
  ])("of %i columns says what fits, and leaves the last one free", (columns, want) => {
    const { show, shown } = start({ columns });
    show(HALF);
    const [line = ""] = shown.status;
    expect(line.trim()).toBe(want.trim());
    expect(line.length).toBeLessThan(columns);
  });

  test("counts rows while they are planned", () => {
    const { show, shown } = start();
    const totals = totalsOf({ unchanged: 31_000 });
    show(progressEvent({ phase: "planning", totals, share: 0.25, elapsedMs: 5000, perSecond: 52_000 }));
    expect(shown.status).toEqual(["██████░░░░░░░░░░░░░░░░░░   25 %  31,000 rows  52,000/s  15 s left"]);
  });

  test("is as far as its requests, not its rows", () => {
    const { show, shown } = start();
    show(plannedEvent({ counts: { ...planOf().counts, new: 3, changed: 1, unchanged: 1000 } }));
    for (const line of [2, 3, 4]) show(rowEvent({ line }));
    show(rowEvent({ line: 5, fate: "rejected", attempts: 0 }));
    show(progressEvent({ share: 0.01, elapsedMs: 30_000, totals: totalsOf({ pushed: 3, rejected: 1 }) }));
    expect(shown.status.at(-1)).toBe("██████████████████░░░░░░   75 %  3 pushed, 1 rejected  0/s  10 s left");
  });

  test.each([
    [true, ", as the API asks"],
    [false, ", before it is tried again"],
  ])("says that it waits, and makes no forecast at its beginning: asked %s", (waitAsked, why) => {
    const { show, shown } = start();
    show(progressEvent({ share: 0.5, elapsedMs: 2000, waitingMs: 29_500, waitAsked }));
    expect(shown.status.at(-1)).toMatch(/ {2}0 pushed, 0 rejected {2}waiting 30 s, /);
    expect(shown.status.at(-1)?.endsWith(why)).toBe(true);
  });

  test("is drawn ten times a second at most, and not after the end", () => {
    const { show, shown } = start();
    for (let count = 0; count < 50; count += 1) show(HALF, 10);
    expect(shown.status).toHaveLength(5);
    show(finishedEvent());
    expect({ drawn: shown.status.length, said: shown.said }).toEqual({ drawn: 5, said: [] });
  });

  test("keeps within its bar, whatever came", () => {
    const { show, shown } = start();
    show(progressEvent({ share: 1.2, elapsedMs: 9000 }));
    expect(shown.status.at(-1)).toMatch(/^█{24} {2}100 % {2}0 pushed, 0 rejected {2}0\/s$/);
  });
});

test.each([true, false])("progress is not shown to who asked for quiet, at a terminal: %s", (isTerminal) => {
  const { show, shown } = start({ isTerminal, quiet: true });
  for (let second = 1; second <= 25; second += 1) show(HALF, 1000);
  expect(shown).toEqual({ status: [], said: [] });
});

describe("progress without a terminal", () => {
  test("is a plain line every ten seconds, the first after ten", () => {
    const { show, shown } = start({ isTerminal: false, columns: 20 });
    for (let second = 1; second <= 25; second += 1) show(HALF, 1000);
    const line = "pushing 50 %: 4,120 pushed, 12 rejected, 1 uncertain, 48/s, held to 50/s, 3 min left";
    expect(shown).toEqual({ status: [], said: [line, line] });
  });
});
