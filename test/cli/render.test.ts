import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { RunEvent } from "../../src/bulk/index.ts";
import type { Io } from "../../src/cli/io.ts";
import { createProgressLine } from "../../src/cli/render/progress-line.ts";
import { createSummary } from "../../src/cli/render/summary.ts";

type RowEvent = Extract<RunEvent, { type: "row" }>;

const totals = (pushed: number, rejected: number, notAttempted: number) => ({
  ...{ read: pushed + rejected + notAttempted, pushed, rejected, notAttempted },
});
const STARTED: RunEvent = { type: "started", ignoredColumns: [], bytes: 1000 };
const row = (facts: Partial<RowEvent> = {}): RowEvent => ({
  ...{ type: "row", line: 2, fate: "pushed", bytes: 500, reasons: [], warnings: [], totals: totals(1, 0, 0) },
  ...facts,
});
const rejected = (line: number, ...reasons: RowEvent["reasons"]) => row({ line, fate: "rejected", reasons });

describe("the progress line", () => {
  function start(columns = 80) {
    const lines: string[] = [];
    const progress = createProgressLine({
      columns,
      status: (line) => void lines.push(line),
    } as Partial<Io> as Io);
    progress.show(STARTED);
    return { progress, lines };
  }

  test.each([
    ["at the beginning", 0, "░░░░░░░░░░░░░░░░░░░░░░░░   0 %  3 pushed, 1 rejected  40/s"],
    ["in the middle", 500, "████████████░░░░░░░░░░░░  50 %  3 pushed, 1 rejected  40/s"],
    ["just before the end", 999, "████████████████████████  99 %  3 pushed, 1 rejected  40/s"],
    ["at the end", 1000, "████████████████████████ 100 %  3 pushed, 1 rejected  40/s"],
    ["of a file that grew", 1200, "████████████████████████ 100 %  3 pushed, 1 rejected  40/s"],
  ])("shows %s how far the run is", (_, bytes, want) => {
    const { progress, lines } = start();
    progress.show(row({ bytes, totals: totals(3, 1, 0) }));
    expect(lines).toEqual([want]);
  });

  test("is cut to the terminal, and leaves its last column free", () => {
    const { progress, lines } = start(20);
    progress.show(row({ bytes: 1000 }));
    expect(lines).toEqual(["█".repeat(19)]);
  });

  test("is drawn ten times a second at most", async () => {
    const { progress, lines } = start();
    for (let count = 0; count < 50; count += 1) progress.show(row());
    expect(lines).toHaveLength(1);
    await wait(110);
    progress.show(row());
    expect(lines).toHaveLength(2);
  });

  test("is drawn for rows only", () => {
    const { progress, lines } = start();
    progress.show({ type: "finished", totals: totals(0, 0, 0) });
    expect(lines).toEqual([]);
  });
});

describe("the summary", () => {
  function render(events: readonly RunEvent[], ignoredColumns: string[] = []): string[] {
    const summary = createSummary();
    for (const event of [{ ...STARTED, ignoredColumns } as RunEvent, ...events]) summary.add(event);
    return summary.render().split("\n");
  }
  const finished = (...counts: [number, number, number]): RunEvent => ({
    type: "finished",
    totals: totals(...counts),
  });
  const list = (count: number, item: (line: number) => RowEvent) =>
    Array.from({ length: count }, (_, index) => item(index + 2));

  test("of a run without findings is its totals", () => {
    expect(render([row(), finished(1, 0, 0)])).toEqual(["1 read = 1 pushed + 0 rejected + 0 not attempted"]);
  });

  test("lists rejects by line, with every reason and code", () => {
    const reasons = [{ message: "`zip` is bad", field: "zip", code: 9033 }, { message: "`city` is bad" }];
    const said = { message: "failed: fault 9019, The e-mail must be unique.", code: 9019 };
    expect(render([rejected(12, said), rejected(3, ...reasons), finished(1, 2, 0)])).toEqual([
      "Rejected:",
      "  line  3  `zip` is bad (fault 9033); `city` is bad",
      "  line 12  failed: fault 9019, The e-mail must be unique.",
      "",
      "3 read = 1 pushed + 2 rejected + 0 not attempted",
    ]);
  });

  test("lists what was sent but odd, what was not sent, and why the run stopped", () => {
    const odd = row({ line: 4, warnings: ["`a` and `b` differ"] });
    const stopped = { ...finished(1, 0, 2), stop: { reason: "refused", message: "fault 9002" } } as RunEvent;
    expect(render([odd, row({ fate: "notAttempted" }), stopped], ["Shoe Size", "notes"])).toEqual([
      "Columns that are no field of the API, and were not sent: Shoe Size, notes",
      "",
      "Sent, but odd:",
      "  line 4  `a` and `b` differ",
      "",
      "Stopped: fault 9002",
      "",
      "3 read = 1 pushed + 0 rejected + 2 not attempted",
    ]);
  });

  test.each([
    [20, 20, []],
    [21, 20, ["  and 1 more"]],
    [300, 20, ["  and 280 more"]],
  ])("of %i findings lists %i", (count, listed, more) => {
    const rejects = render([
      ...list(count, (line) => rejected(line, { message: "bad" })),
      finished(0, count, 0),
    ]);
    expect(rejects.filter((line) => /^ {2}line +\d+ {2}bad$/.test(line))).toHaveLength(listed);
    const warnings = render([
      ...list(count, (line) => row({ line, warnings: ["odd"] })),
      finished(count, 0, 0),
    ]);
    expect(warnings.filter((line) => /^ {2}line \d+ {2}odd$/.test(line))).toHaveLength(listed);
    for (const lines of [rejects, warnings])
      expect(lines.filter((line) => line.includes("more"))).toEqual(more);
  });
});
