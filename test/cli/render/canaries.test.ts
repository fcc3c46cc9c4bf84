import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Row } from "../../../src/bulk/read/row.ts";
import { createAudit } from "../../../src/bulk/record/audit.ts";
import { createRejects } from "../../../src/bulk/record/rejects.ts";
import type { RowEvent, RunEvent } from "../../../src/bulk/run-event.ts";
import { renderEvent } from "../../../src/cli/render/events.ts";
import { renderPlan } from "../../../src/cli/render/plan.ts";
import { createReport } from "../../../src/cli/render/report/create-report.ts";
import { createRunProgress } from "../../../src/cli/render/run-progress.ts";
import { createRunSummary } from "../../../src/cli/render/run-summary.ts";
import { createCheck } from "../../../src/contract/check.ts";
import { pushProfile } from "../../../src/generated/opscom/operations.gen.ts";
import { COMPLETE_EVENTS } from "./complete-events.ts";
import {
  DESTINATION,
  finishedEvent,
  plannedEvent,
  progressEvent,
  REMEDIES,
  rowEvent,
} from "./made-up-run.ts";

const CANARY = "canary42";

const check = createCheck(pushProfile.record);

/** People each of whose fields holds a canary: one in which most are too long, and one in which some are quoted. */
const PEOPLE = ["x".repeat(300), ""].map((tail) =>
  Object.fromEntries(Object.keys(pushProfile.record.properties).map((name) => [name, CANARY + tail])),
);

/** What the check says of them, as a run reports it. */
const REASONS = PEOPLE.flatMap((person) => check(person).map(({ field, message }) => ({ field, message })));
const REJECTED: RowEvent = rowEvent({ fate: "rejected", attempts: 1, reasons: REASONS });
const WARNED: RowEvent = rowEvent({ warnings: REASONS.map(({ message }) => message) });

const EVENTS: readonly RunEvent[] = [
  ...COMPLETE_EVENTS.slice(0, 3),
  plannedEvent({
    examples: {
      ...{ pushes: [], frozen: [], uncertain: [], missing: [] },
      rejects: [{ file: "roster.csv", line: 2, reasons: REASONS }],
      warnings: REASONS.map(({ message }) => ({ file: "roster.csv", line: 2, message })),
    },
  }),
  ...[REJECTED, WARNED, { ...REJECTED, fate: "uncertain" as const }],
  progressEvent({ elapsedMs: 1000 }),
  finishedEvent(),
];

describe("what people hold", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "userpush-canaries-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Everything that a run shows, and every file that it writes but the rejects. */
  function showAll(events: readonly RunEvent[]): string {
    const lines: string[] = [];
    const write = (line: string) => void lines.push(line);
    const options = {
      destination: DESTINATION,
      remedies: REMEDIES,
      effect: "upsert",
      maxListed: 1000,
    } as const;
    const progress = createRunProgress({ io: { isTerminal: true, columns: 80, say: write, status: write } });
    const audit = createAudit({ ...options, file: join(folder, "audit.jsonl") });
    audit.begin(1);
    const consumers = [
      createRunSummary(options),
      createReport({ ...options, file: join(folder, "run.html") }),
      { add: progress.show },
      { add: (event: RunEvent) => event.type === "row" && audit.add([event]) },
      { add: (event: RunEvent) => write(renderEvent(event)) },
      { add: (event: RunEvent) => event.type === "planned" && write(renderPlan(event, options)) },
    ] as const;
    for (const event of events) for (const consumer of consumers) consumer.add(event);
    write(consumers[0].render({ rejects: "rejects.csv" }));
    consumers[1].write({ rejects: "rejects.csv" });
    audit.close();
    return [...lines, ...readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"))].join(
      "\n",
    );
  }

  test("is quoted by the check, so that this test is one", () => {
    expect(REASONS.length).toBeGreaterThan(20);
    expect(JSON.stringify(REASONS)).toContain(CANARY);
  });

  test("is in nothing that a run shows or writes, whatever its reasons quote", () => {
    const shown = showAll(EVENTS);
    expect(shown.match(/`unique_id` has \d+ characters/g)?.length).toBeGreaterThan(5);
    expect(shown).not.toContain(CANARY);
  });

  test("is in the rejects, but for columns that are mapped drop", async () => {
    const file = join(folder, "rejects.csv");
    const row: Row = { file: "roster.csv", line: 2, header: ["unique_id", "SSN"], cells: ["N1", CANARY] };
    const rejects = createRejects({ file, isDropped: (column) => column === "SSN" });
    rejects.add({ row, reasons: [{ message: "bad" }] });
    await rejects.finish({ isWhole: true });
    expect(readFileSync(file, "utf8")).not.toContain(CANARY);
  });
});
