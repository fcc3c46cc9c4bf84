import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createSeenPeople } from "../../../src/bulk/state/seen-people.ts";
import type { State } from "../../../src/bulk/state/state.ts";
import { ANN, beginState, confirm, look, missingOf, pushed, SOURCE, scratchState, sql } from "./scratch.ts";

const keysOf = (people: Iterable<{ readonly key: string }>) => [...people].map(({ key }) => key);
const isUnchanged = (state: State, key: string) => state.find(key)?.hash === state.hasher.record(ANN);

describe("a person who was pushed", () => {
  test("is known to the next run, with hashes, reference, time and source", () => {
    const options = scratchState();
    const before = Date.now();
    pushed(options, "1|OPSCOM");
    const state = look(options);
    const known = state.find("1|OPSCOM");
    expect(known).toMatchObject({ key: "1|OPSCOM", uncertain: false, reference: "OC1", source: SOURCE });
    expect(known?.fields).toEqual(["first_name", "unique_id", "user_type"]);
    expect(known?.pushedAt).toBeGreaterThanOrEqual(before);
    expect(known && state.hasher.differing({ ...ANN, first_name: "Anna" }, known)).toEqual(["first_name"]);
    expect(isUnchanged(state, "1|OPSCOM")).toBe(true);
    expect(state.find("1|opscom")).toBeUndefined();
  });

  test("keeps the reference where a later answer has none", () => {
    const state = beginState(scratchState());
    state.settle(SOURCE, { confirmed: [confirm(state, "1")], refused: [] });
    state.settle("other.csv", { confirmed: [{ ...confirm(state, "1"), reference: undefined }], refused: [] });
    expect(state.find("1")).toMatchObject({ reference: "OC1", source: "other.csv" });
    expect(state.people()).toBe(1);
  });

  test("stays with the source that brought them where a later push belongs to none", () => {
    const state = beginState(scratchState());
    for (const source of [SOURCE, ""])
      state.settle(source, { confirmed: [confirm(state, "1")], refused: [] });
    state.settle("", { confirmed: [confirm(state, "2")], refused: [] });
    expect([state.find("1")?.source, state.find("2")?.source]).toEqual([SOURCE, ""]);
  });

  test("has no hash once it is in doubt what the API holds, and has one when the next push is confirmed", () => {
    const options = scratchState();
    const other = { ...options, destination: "ccs https://b.example" };
    for (const one of [options, other]) pushed(one, "1", "2");
    const state = beginState(options);
    const before = state.find("1");
    state.doubt(["1", "nobody"]);
    const empty = { fields: [], hashes: "", hash: "" };
    for (const one of [state, look(options)]) expect(one.find("1")).toEqual({ ...before, ...empty });
    expect([state.people(), isUnchanged(state, "2"), isUnchanged(look(other), "1")]).toEqual([2, true, true]);
    state.settle(SOURCE, { confirmed: [], refused: ["1"] });
    expect(state.find("1")?.hash).toBe("");
    state.settle(SOURCE, { confirmed: [confirm(state, "1")], refused: [] });
    expect(isUnchanged(state, "1")).toBe(true);
  });

  test("is not known at another destination of the same file", () => {
    const options = scratchState();
    pushed(options, "1");
    const other = { ...options, destination: "ccs https://b.example" };
    const before = look(other);
    expect([before.condition, before.people(), before.find("1")]).toEqual(["known", 0, undefined]);
    before.close();
    pushed(other, "1", "2");
    expect([look(options).people(), look(other).people()]).toEqual([1, 2]);
  });
});

test("who was pushed by version 1 of a state is known, and of a change all fields are named, until the next push", () => {
  const options = scratchState();
  pushed(options, ...Array.from({ length: 200 }, (_, index) => String(index)));
  sql(
    options.file,
    "UPDATE people SET hashes = CAST(substr(hashes, 1, 16) || '8 bytes of each of three' AS BLOB); ALTER TABLE runs DROP COLUMN input; PRAGMA user_version = 1",
  );
  const expectKnown = (state: State) => {
    const known = state.find("1") ?? { fields: [], hashes: "" };
    expect(isUnchanged(state, "1")).toBe(true);
    expect(state.hasher.differing({ ...ANN, first_name: "Anna" }, known)).toEqual(Object.keys(ANN).sort());
  };
  const before = look(options);
  expectKnown(before);
  before.close();
  const state = beginState(options);
  expectKnown(state);
  state.close();
  expect(readFileSync(options.file, "latin1")).not.toContain("of each of three");
  const later = beginState(options);
  later.settle(SOURCE, { confirmed: [confirm(later, "1")], refused: [] });
  expect(later.find("1")?.fields).toEqual(["first_name", "unique_id", "user_type"]);
});

describe("a create", () => {
  test("that was intended and not settled is uncertain, from then on", () => {
    const options = scratchState();
    const state = beginState(options);
    state.intend(SOURCE, ["b", "a", "c"]);
    state.settle(SOURCE, { confirmed: [confirm(state, "a")], refused: ["c"] });
    for (const one of [state, look(options)]) {
      expect(keysOf(one.uncertain())).toEqual(["b"]);
      expect(one.find("b")).toMatchObject({ uncertain: true, fields: [], reference: undefined });
      expect(one.find("a")?.uncertain).toBe(false);
      expect(one.find("c")).toBeUndefined();
    }
  });

  test("that is sent again and refused stays as uncertain as it was", () => {
    const options = scratchState();
    const first = beginState(options);
    first.intend(SOURCE, ["a"]);
    first.close();
    const second = beginState(options);
    second.intend(SOURCE, ["a", "b"]);
    second.settle(SOURCE, { confirmed: [], refused: ["a", "b"] });
    expect(keysOf(second.uncertain())).toEqual(["a"]);
  });

  test("of somebody who is known takes nothing from what is known", () => {
    const state = beginState(scratchState());
    state.settle(SOURCE, { confirmed: [confirm(state, "a")], refused: [] });
    state.intend(SOURCE, ["a"]);
    state.settle(SOURCE, { confirmed: [], refused: ["a"] });
    expect(isUnchanged(state, "a")).toBe(true);
  });
});

describe("the people of a source", () => {
  test("who are not seen are missing, by key, and only those of that source", async () => {
    const options = scratchState();
    pushed(options, "d", "b", "a", "c");
    const state = beginState(options);
    state.adopt("other.csv", [state.find("c")?.id ?? 0]);
    const seen = createSeenPeople();
    seen.add(state.find("b")?.id ?? 0);
    expect(keysOf(await missingOf(state, SOURCE, seen))).toEqual(["a", "d"]);
    expect(keysOf(await missingOf(state, "other.csv", seen))).toEqual(["c"]);
    expect(keysOf(await missingOf(state, "never.csv", seen))).toEqual([]);
    expect([state.peopleOf(SOURCE), state.peopleOf("other.csv"), state.people()]).toEqual([3, 1, 4]);
  });

  test("are iterated page by page, while others are written", async () => {
    const state = beginState(scratchState());
    const keys = Array.from({ length: 2_500 }, (_, index) => `p${String(index).padStart(5, "0")}`);
    state.settle(SOURCE, { confirmed: keys.map((key) => confirm(state, key)), refused: [] });
    const found: string[] = [];
    for await (const { key, id } of state.missing(SOURCE, createSeenPeople())) {
      found.push(key);
      if (found.length % 500 === 0) state.adopt("other.csv", [id]);
    }
    expect(found).toEqual(keys);
  });

  test("are searched in turns of the event loop, whose other work does not wait for the end", async () => {
    const state = beginState(scratchState());
    const keys = Array.from({ length: 5_000 }, (_, index) => `p${index}`);
    state.settle(SOURCE, { confirmed: keys.map((key) => confirm(state, key)), refused: [] });
    const seen = createSeenPeople();
    for (const key of keys) seen.add(state.find(key)?.id ?? 0);
    let turns = 0;
    let timer = setImmediate(function count() {
      turns += 1;
      timer = setImmediate(count);
    });
    expect(await missingOf(state, SOURCE, seen)).toEqual([]);
    clearImmediate(timer);
    expect(turns).toBeGreaterThanOrEqual(4);
  });
});

test("an empty key, and one with odd characters, are keys like others", async () => {
  const options = scratchState();
  const keys = ["", "'; DROP TABLE people", "ünï|çode 🙂", " "];
  pushed(options, ...keys);
  const state = look(options);
  expect(keysOf(await missingOf(state)).sort()).toEqual([...keys].sort());
  for (const key of keys) expect(state.find(key)?.key).toBe(key);
});

test("a hundred thousand people are known, and each is found", async () => {
  const options = scratchState();
  const keys = Array.from({ length: 100_000 }, (_, index) => `A${index}|OPSCOM`);
  pushed(options, ...keys);
  const state = look(options);
  const seen = createSeenPeople();
  for (const key of keys) seen.add(state.find(key)?.id ?? 0);
  expect(state.people()).toBe(keys.length);
  expect(keysOf(await missingOf(state, SOURCE, seen))).toEqual([]);
});

test("a set of people holds what was added, and nothing else", () => {
  const seen = createSeenPeople();
  const ids = [1, 7, 8, 9, 8_191, 8_192, 1_000_000];
  for (const id of ids) seen.add(id);
  for (const id of ids) expect(seen.has(id)).toBe(true);
  for (const id of [0, 2, 6, 10, 8_190, 8_193, 999_999, 1_000_001, 2 ** 30]) expect(seen.has(id)).toBe(false);
});
