import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { RunEvent, Totals } from "../../src/bulk/index.ts";
import type { Io } from "../../src/cli/io.ts";
import { createProgressLine } from "../../src/cli/render/progress-line.ts";
import { createSummary } from "../../src/cli/render/summary.ts";

type RowEvent = Extract<RunEvent, { type: "row" }>;

const totals = (pushed: number, rejected = 0, failed = 0, notAttempted = 0): Totals => ({
  ...{ read: pushed + rejected + failed + notAttempted, pushed, rejected, failed, notAttempted },
});
const STARTED: RunEvent = { type: "started", ignoredColumns: [], bytes: 1000, rows: 8 };
const row = (facts: Partial<RowEvent> = {}): RowEvent => ({
  ...{ type: "row", line: 2, fate: "pushed", bytes: 500, reasons: [], warnings: [], totals: totals(1) },
  ...facts,
});
const rejected = (line: number, ...reasons: RowEvent["reasons"]) => row({ line, fate: "rejected", reasons });

describe("the progress line", () => {
  function start(columns = 80) {
    const lines: string[] = [];
    const io = { columns, status: (line: string) => void lines.push(line) } as Partial<Io> as Io;
    const progress = createProgressLine(io);
    progress.show(STARTED);
    return { progress, lines };
  }

  test("is there before anybody is pushed", () => {
    expect(start().lines).toEqual(["░░░░░░░░░░░░░░░░░░░░░░░░   0 %  0 pushed, 0 rejected  0/s"]);
  });

  test.each([
    ["in the middle", totals(3, 1), "████████████░░░░░░░░░░░░  50 %  3 pushed, 1 rejected  "],
    ["at the end", totals(7, 1), "████████████████████████ 100 %  7 pushed, 1 rejected  "],
    ["of a file that grew", totals(9, 1), "████████████████████████ 100 %  9 pushed, 1 rejected  "],
    [
      "without answers",
      totals(1, 0, 1),
      "██████░░░░░░░░░░░░░░░░░░  25 %  1 pushed, 0 rejected, 1 without an answer  ",
    ],
  ])("shows %s how far the run is", async (_, counts, want) => {
    const { progress, lines } = start();
    await wait(110);
    progress.show(row({ totals: counts }));
    expect(lines.at(-1)?.replace(/\d+\/s$/, "")).toBe(want);
  });

  test("is cut to the terminal, and leaves its last column free", () => {
    expect(start(20).lines).toEqual(["░".repeat(19)]);
  });

  test("is drawn ten times a second at most, and not after the end", async () => {
    const { progress, lines } = start();
    for (let count = 0; count < 50; count += 1) progress.show(row());
    expect(lines).toHaveLength(1);
    await wait(110);
    progress.show(row());
    await wait(110);
    progress.show({ type: "finished", totals: totals(0) });
    expect(lines).toHaveLength(2);
  });
});

describe("the summary", () => {
  const REMEDIES = { 9019: "Correct one of the two.", 9033: "Check dates." };
  function render(events: readonly RunEvent[], maxListed = 20): string[] {
    const summary = createSummary(maxListed, REMEDIES);
    for (const event of [STARTED, ...events]) summary.add(event);
    return summary.render().split("\n");
  }
  const finished = (...counts: [number, number?, number?, number?]): RunEvent => ({
    type: "finished",
    totals: totals(...counts),
  });

  test("of a run without findings is its totals", () => {
    expect(render([row(), finished(1)])).toEqual([
      "1 read = 1 pushed + 0 rejected + 0 without an answer + 0 not attempted",
    ]);
  });

  test("lists rejects by line, with every reason, and each remedy once", () => {
    const reasons = [{ message: "`zip` is bad", field: "zip", wouldBe: 9033 }, { message: "`city` is bad" }];
    const said = { message: "failed: fault 9019, The e-mail must be unique.", code: 9019 };
    expect(render([rejected(12, said), rejected(3, ...reasons), rejected(4, said), finished(1, 3)])).toEqual([
      "Rejected:",
      "  line  3  `zip` is bad (not sent; it would be fault 9033); `city` is bad",
      "  line  4  failed: fault 9019, The e-mail must be unique.",
      "  line 12  failed: fault 9019, The e-mail must be unique.",
      "",
      "What to do:",
      "  fault 9019  Correct one of the two.",
      "  fault 9033  Check dates.",
      "",
      "4 read = 1 pushed + 3 rejected + 0 without an answer + 0 not attempted",
    ]);
  });

  test("lists what was sent with a warning, what got no answer, and why the run stopped", () => {
    const odd = row({ line: 4, warnings: ["`a` and `b` differ"] });
    const lost = row({ line: 5, fate: "failed", reasons: [{ message: "no answer" }] });
    const stopped = {
      ...finished(1, 0, 1, 2),
      stop: { reason: "refused", message: "fault 9002" },
    } as RunEvent;
    expect(render([odd, lost, row({ fate: "notAttempted" }), stopped])).toEqual([
      "Sent, with a warning:",
      "  line 4  `a` and `b` differ",
      "",
      "No answer:",
      "  line 5  no answer",
      "",
      "Stopped: fault 9002",
      "Check the token, the tenant and the base URL, then run it again.",
      "",
      "4 read = 1 pushed + 0 rejected + 1 without an answer + 2 not attempted",
    ]);
  });

  test.each([
    [20, 20, 20, []],
    [21, 20, 20, ["  and 1 more"]],
    [300, Number.POSITIVE_INFINITY, 300, []],
  ])("of %i findings where %d fit lists %i", (count, maxListed, listed, more) => {
    const many = Array.from({ length: count }, (_, index) => rejected(index + 2, { message: "bad" }));
    const lines = render([...many, finished(0, count)], maxListed);
    expect(lines.filter((line) => /^ {2}line +\d+ {2}bad$/.test(line))).toHaveLength(listed);
    expect(lines.filter((line) => line.includes("more"))).toEqual(more);
  });
});
