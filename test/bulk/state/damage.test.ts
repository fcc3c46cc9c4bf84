import { spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { openState } from "../../../src/bulk/state/open-state.ts";
import { readState } from "../../../src/bulk/state/read-state.ts";
import { createDatabase } from "../../../src/bulk/state/sqlite/database.ts";
import type { StateOptions } from "../../../src/bulk/state/state-options.ts";
import { ANN, beginState, filesBeside, look, pushed, scratchState, sql } from "./scratch.ts";
import { startChild } from "./start-child.ts";

const PAGE_BYTES = 4_096;
const keys = Array.from({ length: 5_000 }, (_, index) => `A${index}|OPSCOM`);

describe("a state that", () => {
  test.each<[string, { spoil: (file: string) => void; words: string }]>([
    [
      "is text",
      { spoil: (file) => writeFileSync(file, "a,b\n".repeat(2_000)), words: "is no SQLite database" },
    ],
    ["is a few bytes", { spoil: (file) => writeFileSync(file, "x"), words: "is damaged" }],
    ["lost its end", { spoil: (file) => truncateSync(file, PAGE_BYTES * 20), words: "is damaged" }],
    [
      "lost its end within a page",
      { spoil: (file) => truncateSync(file, PAGE_BYTES * 20 - 7), words: "is damaged" },
    ],
    ["lost its header", { spoil: (file) => overwrite(file, 0, 100), words: "is no SQLite database" }],
    [
      "is of a newer userpush",
      {
        spoil: (file) => sql(file, "PRAGMA user_version = 99"),
        words: "is of version 99, and this userpush knows 4 at most",
      },
    ],
    [
      "is of another program",
      {
        spoil: (file) => sql(file, "PRAGMA application_id = 7"),
        words: "is the database of another program",
      },
    ],
    [
      "is a folder",
      {
        spoil: (file) => {
          rmSync(file);
          mkdirSync(file);
        },
        words: "is a folder",
      },
    ],
  ])("%s is refused aloud, and left as it is", (_name, { spoil, words }) => {
    const options = scratchState();
    pushed(options, ...keys);
    spoil(options.file);
    const before = statSync(options.file).isFile() ? filesBeside(options) : undefined;
    for (const open of [readState, openState]) {
      expect(() => open(options)).toThrow(words);
      expect(() => open(options)).toThrow(expect.objectContaining({ name: "StateError" }));
    }
    if (before) expect(filesBeside(options)["state.db"]).toBe(before["state.db"]);
  });

  test("has a spoiled page stops whoever comes upon it", () => {
    const options = scratchState();
    pushed(options, ...keys);
    for (let at = 10 * PAGE_BYTES; at < statSync(options.file).size; at += PAGE_BYTES)
      overwrite(options.file, at, PAGE_BYTES);
    expect(() => keys.map((key) => look(options).find(key))).toThrow(
      expect.objectContaining({
        name: "StateError",
        message: expect.stringContaining("is damaged; restore it"),
      }),
    );
  });

  test("was killed is checked in full before it is used", async () => {
    const options = scratchState();
    pushed(options, ...keys);
    const child = await startChild(options, "hold");
    sql(options.file, "CREATE TABLE mark (a)");
    await child.kill();
    for (let at = 30 * PAGE_BYTES; at < statSync(options.file).size; at += PAGE_BYTES)
      overwrite(options.file, at, PAGE_BYTES);
    for (const open of [readState, openState]) expect(() => open(options)).toThrow("is damaged");
  });
});

function overwrite(file: string, at: number, length: number): void {
  const content = readFileSync(file);
  writeFileSync(file, content.fill(0xaa, at, at + length));
}

describe("a person whose row is damaged", () => {
  test.each([
    ["in its hashes", "UPDATE people SET hashes = x'00112233'"],
    [
      "in the type of its hashes",
      `CREATE TABLE loose AS SELECT * FROM people; DROP TABLE people; ALTER TABLE loose RENAME TO people;
       UPDATE people SET hashes = 'text'`,
    ],
    ["in the hash of the record", "UPDATE people SET hashes = zeroblob(length(hashes))"],
    ["in its fields", "UPDATE shapes SET name = '[\"first_n'"],
    ["in the number of its fields", "UPDATE people SET shape = 77"],
  ])("%s is changed, and never unchanged", (_name, damage) => {
    const options = scratchState();
    pushed(options, "a");
    sql(options.file, damage);
    const state = look(options);
    const known = state.find("a");
    expect(known?.key).toBe("a");
    expect(known?.hash).not.toBe(state.hasher.record(ANN));
    expect(state.hasher.differing(ANN, known ?? { fields: [], hashes: "" })).toEqual(Object.keys(ANN).sort());
  });
});

describe("reading a state", () => {
  test("makes nothing where there is none, not even its folder", () => {
    const { file, destination } = scratchState();
    const state = look({ file: join(dirname(file), "deep", "state.db"), destination });
    expect([state.condition, state.people(), state.find("a"), state.runs(5)]).toEqual([
      "new",
      0,
      undefined,
      [],
    ]);
    expect(state.userTypes()).toBeUndefined();
    expect(state.hasher.record(ANN)).toHaveLength(16);
    expect(readdirSync(dirname(file))).toEqual([]);
  });

  test("leaves every file as it was, and makes none", () => {
    const options = scratchState();
    pushed(options, ...keys);
    const before = filesBeside(options);
    const state = readState(options);
    for (const key of keys) state.find(key);
    state.people();
    state.close();
    expect(filesBeside(options)).toEqual(before);
    expect(Object.keys(before).sort()).toEqual(["state.db", "state.db.key", "state.db.lock"]);
  });

  test("works where nothing may be written", () => {
    const options = scratchState();
    pushed(options, "a");
    asNobody(options, (text) => expect(text).toContain("known 1"), "readState");
  });
});

describe("what cannot be written", () => {
  test("for want of permission is said with what to do", () => {
    const options = scratchState();
    pushed(options, "a");
    asNobody(
      options,
      (text) => expect(text).toMatch(/StateError: the state \S+ cannot be (used|opened|written)/),
      "openState",
    );
  });

  test("because the disk is full is said so, and nothing of the group is there", () => {
    const { file } = scratchState();
    const connection = new DatabaseSync(file);
    connection.exec("CREATE TABLE people (name TEXT); PRAGMA max_page_count = 3");
    const database = createDatabase({ connection, file });
    const insert = database.prepare("INSERT INTO people VALUES (?)");
    const write = () =>
      database.write("process", () => {
        for (let index = 0; index < 100; index += 1) insert.run("x".repeat(1_000));
      });
    expect(write).toThrow(`the state ${file} cannot be written: the disk is full; make room`);
    expect(database.read(() => connection.prepare("SELECT count(*) AS n FROM people").get())).toEqual({
      n: 0,
    });
    database.close();
  });
});

test("files of a state are its owner's alone, and so is a folder that is made for it", () => {
  const { file, destination } = scratchState();
  const folder = join(dirname(file), "made", "for it");
  const options = { file: join(folder, "state.db"), destination };
  beginState(options).intend("a.csv", ["a"]);
  const modes = readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777);
  expect(modes.length).toBeGreaterThan(4);
  expect(new Set(modes)).toEqual(new Set([0o600]));
  for (const made of [folder, dirname(folder)]) expect(statSync(made).mode & 0o777).toBe(0o700);
});

test("nothing of a person but the key and the reference is in any file", () => {
  const options = scratchState();
  const state = beginState({ ...options, exclude: ["password"] });
  const record = { first_name: "Zebulon", birth_date: "1990-02-03", password: "canary-secret", user_type: 6 };
  state.intend("a.csv", ["K1"]);
  state.settle("a.csv", {
    confirmed: [{ key: "K1", reference: "R1", ...state.hasher.all(record, state.hasher.record(record)) }],
    refused: [],
  });
  const all = readdirSync(dirname(options.file))
    .map((name) => readFileSync(join(dirname(options.file), name), "latin1"))
    .join();
  expect(all).toContain("K1");
  for (const secret of ["Zebulon", "1990-02-03", "canary"]) expect(all).not.toContain(secret);
  expect(state.find("K1")?.fields).not.toContain("password");
});

/** Opens a state as a user who may read it and write nothing; root is refused nothing. */
function asNobody(
  options: StateOptions,
  judge: (output: string) => void,
  opener: "readState" | "openState",
): void {
  const folder = dirname(options.file);
  for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o444);
  chmodSync(folder, 0o555);
  const module = new URL(
    `../../../src/bulk/state/${opener === "readState" ? "read" : "open"}-state.ts`,
    import.meta.url,
  );
  const script = `const { ${opener} } = await import(${JSON.stringify(module.href)});
    const state = ${opener}(${JSON.stringify(options)}); console.log(state.condition, state.people()); state.close();`;
  const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    ...user,
    encoding: "utf8",
  });
  chmodSync(folder, 0o700);
  judge(stdout + stderr);
}
