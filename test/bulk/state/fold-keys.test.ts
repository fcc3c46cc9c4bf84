import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { openState } from "../../../src/bulk/state/open-state.ts";
import type { State } from "../../../src/bulk/state/state.ts";
import type { StateOptions } from "../../../src/bulk/state/state-options.ts";
import { ANN, filesBeside, keysOnDisk, look, missingOf, pushed, scratchState, sql } from "./scratch.ts";

const CCS = "ccs https://a.example";
const BY_EMAIL = [CCS, "activeplatform https://a.example"];

/** What version 3 wrote: keys as they were written, everything else as it is now. */
const makeOld = ({ file }: StateOptions, more = "") => sql(file, `${more}; PRAGMA user_version = 3`);

const versionOf = ({ file }: StateOptions) => {
  const database = new DatabaseSync(file);
  const { user_version } = database.prepare("PRAGMA user_version").get() ?? {};
  database.close();
  return user_version;
};

function migrate(options: StateOptions): void {
  openState(options).close();
}

/** What a reader of the old state finds, and what is there once a run has opened it: the same. */
async function beforeAndAfter<Found>(options: StateOptions, find: (state: State) => Found | Promise<Found>) {
  const before = filesBeside(options);
  const old = look(options);
  const found = await find(old);
  old.close();
  expect(filesBeside(options)).toEqual(before);
  migrate(options);
  expect(versionOf(options)).toBe(4);
  expect(await find(look(options))).toEqual(found);
  return found;
}

describe.each(BY_EMAIL)("a state of %s whose keys are as they were written", (destination) => {
  test("knows everybody by the folded e-mail, with the same hash, before a run opens it and after", async () => {
    const options = scratchState(destination);
    pushed(options, "Ann@X.edu", "ben@x.edu", "RENE\u0301@x.edu", "\u00c5sa@x.edu");
    makeOld(options);
    const keys = ["ann@x.edu", "ben@x.edu", "ren\u00e9@x.edu", "\u00e5sa@x.edu"];
    const found = await beforeAndAfter(options, async (state) => ({
      unchanged: keys.filter((key) => state.find(key)?.hash === state.hasher.record(ANN)),
      missing: (await missingOf(state)).map(({ key }) => key),
      people: [state.people(), state.peopleOf("roster.csv"), state.find("Ann@X.edu")],
    }));
    expect(found).toEqual({ unchanged: keys, missing: keys, people: [4, 4, undefined] });
  });

  test.each([
    ["an uncertain one before a pushed one", { uncertain: 1, pushedAt: 1 }, { uncertain: 0, pushedAt: 2 }],
    ["the latest of pushed ones", { uncertain: 0, pushedAt: 2 }, { uncertain: 0, pushedAt: 1 }],
    ["the latest of uncertain ones", { uncertain: 1, pushedAt: 2 }, { uncertain: 1, pushedAt: 1 }],
  ])("keeps one of two whose keys become one: %s", async (_name, stays, goes) => {
    for (const [one, other] of [
      ["Ann@x.edu", "ANN@x.edu"],
      ["ann@x.edu", "Ann@x.edu"],
      ["Ann@x.edu", "ann@x.edu"],
    ] as const) {
      const options = scratchState(destination);
      pushed(options, "Ben@x.edu", one, other);
      const set = ({ uncertain, pushedAt }: typeof stays, key: string) =>
        `UPDATE people SET uncertain = ${uncertain}, pushed_at = ${pushedAt}, reference = '${key}' WHERE key = '${key}';`;
      makeOld(options, set(stays, one) + set(goes, other));
      const found = await beforeAndAfter(options, (state) => state.find("ann@x.edu"));
      expect(found).toMatchObject({ ...stays, uncertain: stays.uncertain === 1, reference: one });
      expect(keysOnDisk(options.file)).toEqual(["ann@x.edu", "ben@x.edu"]);
    }
  });

  test("reports everybody who is uncertain by the folded key", async () => {
    const options = scratchState(destination);
    pushed(options, "Ann@x.edu", "Ben@x.edu");
    makeOld(options, "UPDATE people SET uncertain = 1, shape = 0, hashes = x'' WHERE key = 'Ann@x.edu'");
    const keys = await beforeAndAfter(options, (state) => [...state.uncertain()].map(({ key }) => key));
    expect(keys).toEqual(["ann@x.edu"]);
  });
});

test("destinations whose keys are no e-mail addresses keep theirs, beside one whose are", async () => {
  const options = scratchState(CCS);
  const opscom = { ...options, destination: "opscom https://a.example OC_TOMA" };
  pushed(options, "Ann@x.edu");
  pushed(opscom, "ANN/OPSCOM", "ann/OPSCOM", "Ann@x.edu/OPSCOM");
  makeOld(options);
  const keys = ["ANN/OPSCOM", "ann/OPSCOM", "Ann@x.edu/OPSCOM"];
  const found = await beforeAndAfter(opscom, (state) => [
    state.people(),
    ...keys.map((key) => state.find(key)?.key),
  ]);
  expect(found).toEqual([3, ...keys]);
  expect([...keysOnDisk(options.file)].sort()).toEqual([...keys, "ann@x.edu"].sort());
});

test("one address at two destinations is two people", () => {
  const options = scratchState(CCS);
  const other = { ...options, destination: BY_EMAIL[1] as string };
  pushed(options, "Ann@x.edu");
  pushed(other, "ANN@x.edu");
  makeOld(options);
  migrate(options);
  expect([options, other].map((one) => look(one).people())).toEqual([1, 1]);
});

describe("folding the keys of a state", () => {
  const PEOPLE = 60_000;
  /** So many that the change does not fit into what SQLite keeps in memory. */
  const MANY = `INSERT INTO people (destination, key, source, uncertain, pushed_at, shape, hashes)
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${PEOPLE})
    SELECT destination, 'Person' || i || '@Example.edu', source, 0, 1, shape, zeroblob(150) FROM people, n;`;
  /** Nearly the last of them takes until the end of the test. */
  const HANG = `CREATE TRIGGER hang UPDATE ON people WHEN new.key = 'person${PEOPLE - 1_000}@example.edu' BEGIN
    SELECT count(*) FROM (WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n); END`;

  test("leaves the state as it was where it fails, and is done by the next run", () => {
    const options = scratchState(CCS);
    pushed(options, "Ann@x.edu", "ann@x.edu", "Zoe@x.edu");
    const before = keysOnDisk(options.file);
    makeOld(
      options,
      "CREATE TRIGGER spoil UPDATE ON people WHEN new.key = 'zoe@x.edu' BEGIN SELECT RAISE(ABORT, 'no'); END",
    );
    expect(() => migrate(options)).toThrow("no");
    expect([keysOnDisk(options.file), versionOf(options)]).toEqual([before, 3]);
    sql(options.file, "DROP TRIGGER spoil");
    migrate(options);
    expect(keysOnDisk(options.file)).toEqual(["ann@x.edu", "zoe@x.edu"]);
  });

  test("may be killed, and is done by the next run", async () => {
    const options = scratchState(CCS);
    pushed(options, "Ann@x.edu");
    makeOld(options, MANY + HANG);
    await killWhileItWrites(options);
    expect(versionOf(options)).toBe(3);
    expect(keysOnDisk(options.file)).toContain(`Person${PEOPLE}@Example.edu`);
    expect(look(options).find(`person${PEOPLE}@example.edu`)?.key).toBe(`person${PEOPLE}@example.edu`);
    sql(options.file, "DROP TRIGGER hang");
    migrate(options);
    const keys = keysOnDisk(options.file).map(String);
    expect([keys.length, keys.filter((key) => key !== key.toLowerCase())]).toEqual([PEOPLE + 1, []]);
  });
});

/** Opens a state for a run in another process, and kills that once some of its change is in the log of SQLite. */
async function killWhileItWrites({ file, destination }: StateOptions): Promise<void> {
  const child = spawn(process.execPath, [
    fileURLToPath(new URL("child.ts", import.meta.url)),
    file,
    destination,
    "hold",
  ]);
  const closed = once(child, "close");
  const log = `${file}-wal`;
  while (child.exitCode === null && !(existsSync(log) && statSync(log).size > 100_000)) await delay(1);
  child.kill("SIGKILL");
  await closed;
}
