import { mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { type Campus, openCampus } from "../../cli/campus.ts";

const HEADER = "unique_id,login_source,city\n";
const LONG_AGO = new Date(2001, 0);

/** Puts spools of other processes beside the state: one is of a process that cannot be seen from here, or is none any more. */
function leave(campus: Campus, names: readonly string[], when = LONG_AGO): void {
  const folder = join(campus.folder, ".userpush");
  mkdirSync(folder, { recursive: true });
  for (const name of names) {
    writeFileSync(join(folder, name), HEADER);
    utimesSync(join(folder, name), when, when);
  }
}

const left = (campus: Campus) =>
  readdirSync(join(campus.folder, ".userpush"))
    .filter((name) => name.includes("stdin"))
    .sort();

describe("standard input that an earlier process left beside the state", () => {
  const dead = "state.sqlite.stdin-999999999-1-x";
  const alive = `state.sqlite.stdin-${process.pid}-1-x`;
  const ofAnotherState = "other.sqlite.stdin-999999999-1-x";

  test("is removed by a run, but not of a process that lives, nor of another state", async () => {
    await using campus = await openCampus();
    await campus.writePeople(1);
    leave(campus, [dead, alive, ofAnotherState]);
    await campus.run(["push", "roster.csv", "--first-run"]);
    expect(left(campus)).toEqual([ofAnotherState, alive].sort());
  });

  test("stays while it is fresh: its process may be in another container, and have no lock yet", async () => {
    await using campus = await openCampus();
    await campus.writePeople(1);
    leave(campus, [dead], new Date());
    await campus.run(["push", "roster.csv", "--first-run"]);
    expect(left(campus)).toEqual([dead]);
  });

  test("stays where the state is held by another run, whose it may be, and where nothing is pushed", async () => {
    await using campus = await openCampus(() => ({ deed: "answer", delayMs: 60_000 }));
    await campus.writePeople(1);
    const holder = campus.start(["push", "roster.csv", "--first-run"]);
    while (campus.api.requests() === 0) await wait(5);
    leave(campus, [dead]);
    const second = await campus.run(["push", "roster.csv", "--first-run"]);
    const plan = await campus.run(["plan", "roster.csv"]);
    holder.kill("SIGKILL");
    await holder.ended;
    expect([second.code, plan.code, left(campus)]).toEqual([6, 0, [dead]]);
  });
});
