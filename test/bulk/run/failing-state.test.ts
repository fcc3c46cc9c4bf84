import { describe, expect, test } from "vitest";
import { inAnyCase } from "../../../src/bulk/run/in-any-case.ts";
import type { RunningState } from "../../../src/bulk/state/state.ts";
import { StateError } from "../../../src/bulk/state/state-error.ts";
import { countTimers, openDesk } from "./run-in-process.ts";

const people = Array.from({ length: 300 }, (_, index) => `p${index},OPSCOM,Ottawa`);
const lines = ["unique_id,login_source,city", ...people];

/** A state that takes no outcome from the second one on. */
function createFullDisk() {
  let settled = 0;
  function wrap(state: RunningState): RunningState {
    return {
      ...state,
      settle(...outcome) {
        settled += 1;
        if (settled > 1) throw new StateError(`the disk is full, for the ${settled - 1}. time`);
        state.settle(...outcome);
      },
    };
  }
  return { wrap, settled: () => settled };
}

test("a state that fails in the middle of a run, and again at its end, ends it with its first error", async () => {
  const { clock, waiting } = countTimers();
  const disk = createFullDisk();
  const run = openDesk().push({ lines, wrap: disk.wrap, options: { clock } });
  await expect(run).rejects.toThrow(new StateError("the disk is full, for the 1. time"));
  expect(disk.settled()).toBeGreaterThan(2);
  expect(waiting()).toBe(0);
});

describe("in any case", () => {
  const failing = (word: string, done: string[]) => () => {
    done.push(word);
    throw new Error(word);
  };

  test("everything is ended in turn, and the first failure is told", async () => {
    const done: string[] = [];
    const work = async () => failing("work", done)();
    await expect(inAnyCase(work, failing("one", done), async () => failing("two", done)())).rejects.toThrow(
      "work",
    );
    expect(done).toEqual(["work", "one", "two"]);
  });

  test("a failure of an ending is told where the work went well", async () => {
    const done: string[] = [];
    const endings = [failing("one", done), failing("two", done)];
    await expect(inAnyCase(async () => 7, ...endings)).rejects.toThrow("one");
    expect(
      await inAnyCase(
        async () => 7,
        () => void done.push("three"),
      ),
    ).toBe(7);
    expect(done).toEqual(["one", "two", "three"]);
  });
});
