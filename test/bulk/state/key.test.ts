import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createHashKey } from "../../../src/bulk/state/hashing/key-file.ts";
import { openState } from "../../../src/bulk/state/open-state.ts";
import { readState } from "../../../src/bulk/state/read-state.ts";
import type { StateOptions } from "../../../src/bulk/state/state-options.ts";
import {
  confirm,
  filesBeside,
  keysOnDisk,
  look,
  missingOf,
  pushed,
  SOURCE,
  scratchState,
} from "./scratch.ts";

const ELSEWHERE = "ccs https://b.example";
const INPUT = "a digest";

const LOSSES: [string, (keyFile: string) => void][] = [
  ["is gone", (file) => rmSync(file)],
  ["is another one", (file) => writeFileSync(file, createHashKey())],
];

describe.each(LOSSES)("a state whose key %s", (_name, lose) => {
  function lostState(...peopleElsewhere: string[]): StateOptions {
    const options = scratchState();
    pushed(options, "a", "b");
    const elsewhere = openState({ ...options, destination: ELSEWHERE });
    elsewhere.beginRun({ source: SOURCE, allowed: { new: 1, changed: 0 }, input: INPUT });
    elsewhere.intend(SOURCE, peopleElsewhere);
    elsewhere.close();
    const killed = openState(options);
    killed.beginRun({ source: SOURCE, allowed: { new: 2, changed: 0 }, input: INPUT });
    killed.intend(SOURCE, ["d"]);
    killed.close();
    lose(`${options.file}.key`);
    return options;
  }

  test("says so, and knows nobody", async () => {
    const options = lostState("c");
    const running = openState(options);
    for (const state of [look(options), running]) {
      expect(state.condition).toBe("keyLost");
      expect([state.people(), state.peopleOf(SOURCE), state.find("a")]).toEqual([0, 0, undefined]);
      expect([...(await missingOf(state)), ...state.uncertain()]).toEqual([]);
      expect(state.unfinishedRun(SOURCE, INPUT)).toBeUndefined();
      expect(state.runs(10)).toHaveLength(2);
    }
    running.close();
  });

  test("is as it was until a run begins: the key may be found again", () => {
    const options = scratchState();
    pushed(options, "a");
    renameSync(`${options.file}.key`, `${options.file}.key.lost`);
    openState(options).close();
    renameSync(`${options.file}.key.lost`, `${options.file}.key`);
    expect(look(options)).toMatchObject({ condition: "known" });
    expect(look(options).people()).toBe(1);
  });

  test("begins anew with a run", () => {
    const options = lostState();
    const state = openState(options);
    state.beginRun({ source: SOURCE, allowed: { new: 1, changed: 0 } });
    state.settle(SOURCE, { confirmed: [confirm(state, "z")], refused: [] });
    state.close();
    const after = look(options);
    expect([after.condition, after.people(), after.find("a")]).toEqual(["known", 1, undefined]);
    expect(after.find("z")?.hash).toBe(confirm(state, "z").hashes.slice(0, 16));
  });

  test("begins no run where it would forget people of another destination, and stays as it is", () => {
    const options = lostState("c");
    for (const destination of ["third https://c.example", options.destination]) {
      const before = filesBeside(options)["state.db.key"];
      const state = openState({ ...options, destination });
      const begin = () => state.beginRun({ source: SOURCE, allowed: { new: 1, changed: 0 } });
      expect(begin).toThrow(expect.objectContaining({ name: "StateError" }));
      expect(begin).toThrow(`too: ${ELSEWHERE}`);
      expect(begin).toThrow(`put ${options.file}.key back from a backup, or name another state`);
      state.close();
      expect(filesBeside(options)["state.db.key"]).toBe(before);
    }
    expect(keysOnDisk(options.file)).toEqual(["a", "b", "c", "d"]);
  });

  test("does not excuse a later run from the brakes by what an earlier one was allowed", () => {
    const options = lostState();
    const state = openState(options);
    state.beginRun({ source: SOURCE, allowed: { new: 1, changed: 0 } });
    state.close();
    expect(look({ ...options, destination: ELSEWHERE }).unfinishedRun(SOURCE, INPUT)).toBeUndefined();
  });
});

test("a key that belongs to another state is used from then on, and not replaced", () => {
  const options = scratchState();
  pushed(options, "a");
  const other = createHashKey();
  writeFileSync(`${options.file}.key`, other);
  pushed(options, "a");
  expect(readFileSync(`${options.file}.key`, "utf8")).toBe(other);
  expect(look(options).condition).toBe("known");
});

test.each([
  ["", 0],
  ["too short", 9],
  ["x".repeat(44), 44],
  ["+".repeat(43), 43],
])("a key file that holds %j is refused by length, and stays", (content, length) => {
  const options = scratchState();
  pushed(options, "a");
  writeFileSync(`${options.file}.key`, content);
  const before = filesBeside(options);
  for (const open of [readState, openState]) {
    expect(() => open(options)).toThrow(
      `must hold 43 characters of base64url, and ${length} characters came`,
    );
    expect(() => open(options)).toThrow(expect.objectContaining({ name: "StateError" }));
  }
  expect(filesBeside(options)["state.db.key"]).toBe(before["state.db.key"]);
});

test("the key is 32 random bytes as text, and its owner's alone", () => {
  const [one, other] = [scratchState(), scratchState()];
  for (const options of [one, other]) pushed(options, "a");
  const read = ({ file }: StateOptions) => readFileSync(`${file}.key`, "utf8").trim();
  expect(Buffer.from(read(one), "base64url")).toHaveLength(32);
  expect(read(one)).not.toBe(read(other));
  expect(statSync(`${one.file}.key`).mode & 0o777).toBe(0o600);
});

test("a state that was lost is new, and its key, which a backup may need, stays", () => {
  const options = scratchState();
  pushed(options, "a");
  const key = readFileSync(`${options.file}.key`, "utf8");
  rmSync(options.file);
  expect(look(options).condition).toBe("new");
  pushed(options, "b");
  expect(readFileSync(`${options.file}.key`, "utf8")).toBe(key);
});
