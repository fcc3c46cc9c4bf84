import { describe, expect, test } from "vitest";
import { openState } from "../../../src/bulk/state/open-state.ts";
import type { State } from "../../../src/bulk/state/state.ts";
import { beginState, look, SOURCE, scratchState, sql } from "./scratch.ts";

const allowed = { new: 5, changed: 2 };
const input = "a digest";
const totals = { read: 3, pushed: 3 };

describe("a run", () => {
  test("is remembered with what it was allowed and what became of it, the latest first", () => {
    const options = scratchState();
    const state = openState(options);
    const first = state.beginRun({ source: SOURCE, allowed });
    state.finishRun(first, { totals });
    const second = state.beginRun({ source: "b.csv", allowed });
    state.finishRun(second, { totals, stop: "interrupted" });
    state.close();
    expect(look(options).runs(10)).toMatchObject([
      { id: second, source: "b.csv", allowed, totals, stop: "interrupted" },
      { id: first, source: SOURCE, allowed, totals },
    ]);
    expect(look(options).runs(1)).toHaveLength(1);
    expect(look(options).runs(10)[1]).not.toHaveProperty("stop");
  });

  test.each<[string, { stop?: string; ends: boolean; isUnfinished: boolean }]>([
    ["that was killed is one to continue", { ends: false, isUnfinished: true }],
    ["that ended early is one to continue", { ends: true, stop: "interrupted", isUnfinished: true }],
    ["that ended is not", { ends: true, isUnfinished: false }],
  ])("%s", (_name, { stop, ends, isUnfinished }) => {
    const options = scratchState();
    const state = openState(options);
    const id = state.beginRun({ source: SOURCE, allowed, input });
    if (ends) state.finishRun(id, { totals, ...(stop ? { stop } : {}) });
    state.close();
    expect(look(options).unfinishedRun(SOURCE, input)?.id).toBe(isUnfinished ? id : undefined);
    expect(look(options).unfinishedRun(SOURCE, "another")).toBeUndefined();
    expect(look(options).unfinishedRun("b.csv", input)).toBeUndefined();
  });

  test("of a version that kept no input is read, and continued by none, before the state is migrated and after", () => {
    const options = scratchState();
    beginState(options).close();
    sql(options.file, "ALTER TABLE runs DROP COLUMN input; PRAGMA user_version = 2");
    const before = look(options);
    const expectRun = (state: State) => {
      expect(state.runs(10)).toMatchObject([{ source: SOURCE, allowed: { new: 10, changed: 0 } }]);
      for (const one of [input, "", "null"]) expect(state.unfinishedRun(SOURCE, one)).toBeUndefined();
    };
    expectRun(before);
    before.close();
    const state = openState(options);
    expectRun(state);
    const id = state.beginRun({ source: SOURCE, allowed, input });
    expect(state.unfinishedRun(SOURCE, input)?.id).toBe(id);
    state.close();
  });

  test("that is followed by one that ended needs no continuation", () => {
    const state = beginState(scratchState());
    state.beginRun({ source: SOURCE, allowed, input });
    state.finishRun(state.beginRun({ source: SOURCE, allowed, input }), { totals });
    expect(state.unfinishedRun(SOURCE, input)).toBeUndefined();
  });

  test("beyond the latest thousand of its destination is forgotten", () => {
    const options = scratchState();
    const other = { ...options, destination: "ccs https://b.example" };
    const elsewhere = openState(other);
    elsewhere.beginRun({ source: SOURCE, allowed });
    elsewhere.close();
    const state = openState(options);
    const ids = Array.from({ length: 1_003 }, () => state.beginRun({ source: SOURCE, allowed }));
    expect(state.runs(2_000).map(({ id }) => id)).toEqual(ids.slice(3).reverse());
    state.close();
    expect(look(other).runs(10)).toHaveLength(1);
  });
});

test("people are not remembered before a run begins", () => {
  const state = openState(scratchState());
  expect(() => state.intend(SOURCE, ["a"])).toThrow("a run must begin");
  expect(state.people()).toBe(0);
  state.close();
});

test("user types are those that were listed last, at their destination", () => {
  const options = scratchState();
  const state = openState(options);
  expect(state.userTypes()).toBeUndefined();
  state.saveUserTypes(new Map([["Student", "6"]]));
  state.saveUserTypes(
    new Map([
      ["Staff", "7"],
      ["Étudiant", "6"],
    ]),
  );
  state.close();
  expect(look(options).userTypes()?.ids).toEqual(
    new Map([
      ["Staff", "7"],
      ["Étudiant", "6"],
    ]),
  );
  expect(look(options).userTypes()?.listedAt).toBeGreaterThan(0);
  expect(look({ ...options, destination: "elsewhere" }).userTypes()).toBeUndefined();
});
