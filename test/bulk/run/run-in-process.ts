import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { createMapper } from "../../../src/bulk/map/create-mapper.ts";
import type { PersonRecord } from "../../../src/bulk/map/mapped.ts";
import { DEFAULT_LIMITS } from "../../../src/bulk/plan/limits.ts";
import { openRoster } from "../../../src/bulk/read/open-roster.ts";
import type { Row } from "../../../src/bulk/read/row.ts";
import { type PushOptions, pushRoster } from "../../../src/bulk/run/push-roster.ts";
import type { RunEvent } from "../../../src/bulk/run-event.ts";
import { openState } from "../../../src/bulk/state/open-state.ts";
import type { RunningState } from "../../../src/bulk/state/state.ts";
import type { StateOptions } from "../../../src/bulk/state/state-options.ts";
import { ccsTarget } from "../../../src/bulk/target/ccs.ts";
import { opscomTarget } from "../../../src/bulk/target/opscom.ts";
import type { Target } from "../../../src/bulk/target/target.ts";
import { type Clock, PLATFORM_CLOCK } from "../../../src/client/settings.ts";
import { SUCCESS } from "../send/failures.ts";

/** Pushes to an API that updates, and to one that only creates. */
export const UPSERT = opscomTarget({ tenant: "OC_TOMA", apiToken: "token" });
export const CREATE = ccsTarget({ baseUrl: "https://ccs.example" });

export interface Push {
  /** The header of the roster, and its rows. */
  readonly lines: readonly string[];
  /** What the API does with a record. Default: it takes it. */
  readonly push?: (record: PersonRecord) => ReturnType<Target["push"]>;
  /** What stands between the run and its state. Default: nothing. */
  readonly wrap?: (state: RunningState) => RunningState;
  readonly options?: Partial<PushOptions>;
}

/** A folder with a state, for pushes within this process. */
export function openDesk(target: Target = UPSERT) {
  const folder = mkdtempSync(join(tmpdir(), "desk-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "roster.csv");
  const state: StateOptions = { file: join(folder, "state.sqlite"), destination: target.destination };

  /** One run, to its end; with it what it told, the rows that it gave back and whom it sent. */
  async function push({ lines, push = async () => SUCCESS, wrap = (state) => state, options }: Push) {
    writeFileSync(file, lines.join("\n"));
    const roster = await openRoster({
      files: [file],
      spool: join(folder, "stdin"),
    });
    const opened = openState(state);
    const events: RunEvent[] = [];
    const rejects: Row[] = [];
    const sent: PersonRecord[] = [];
    function send(record: PersonRecord): ReturnType<Target["push"]> {
      sent.push(record);
      return push(record);
    }
    try {
      const finished = await pushRoster({
        target: { ...target, push: send },
        mapper: createMapper({ fields: target.fields }),
        state: wrap(opened),
        roster,
        source: "roster.csv",
        full: false,
        firstRun: true,
        uncertain: "report",
        limits: DEFAULT_LIMITS,
        maxExamples: 20,
        clock: PLATFORM_CLOCK,
        random: Math.random,
        outputs: {
          onBegin: () => undefined,
          onEvent: (event) => void events.push(event),
          onReject: (row) => void rejects.push(row),
          drain: async () => undefined,
        },
        ...options,
      });
      return { finished, events, rejects, sent };
    } finally {
      opened.close();
      await roster.close();
    }
  }
  return { state, push };
}

/** A clock that knows which timers wait. */
export function countTimers(): { readonly clock: Clock; readonly waiting: () => number } {
  const waiting = new Set<object>();
  function startTimer(callback: () => void, delayMs: number): () => void {
    const timer = {};
    waiting.add(timer);
    const stop = PLATFORM_CLOCK.startTimer(() => {
      waiting.delete(timer);
      callback();
    }, delayMs);
    return () => {
      waiting.delete(timer);
      stop();
    };
  }
  return { clock: { ...PLATFORM_CLOCK, startTimer }, waiting: () => waiting.size };
}
