import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { readState } from "../../src/bulk/state/read-state.ts";
import { missingOf } from "../bulk/state/scratch.ts";
import { type Campus, openCampus } from "./campus.ts";

const PUSH = ["push", "roster.csv", "--first-run", "--audit", "audit.jsonl", "--concurrency", "8"];

/** Everybody whom the state takes for delivered, by key. */
async function delivered({ folder, api }: Campus): Promise<string[]> {
  const file = join(folder, ".userpush/state.sqlite");
  const state = readState({ file, destination: `opscom ${api.url} OC_TOMA` });
  const people = await missingOf(state, "roster.csv");
  state.close();
  return people.map(({ key }) => key);
}

/** Everybody whose push the log tells of; nobody where a run was killed before its first people were settled. */
async function logged({ folder }: Campus): Promise<Set<string>> {
  const lines = (await readFile(join(folder, "audit.jsonl"), "utf8")).match(/.+/g) ?? [];
  return new Set(lines.map((line) => JSON.parse(line).key));
}

describe("nobody whom the state takes for delivered is missing from the log of pushes", () => {
  test("after runs that were killed, and one that was not", async () => {
    await using campus = await openCampus(() => ({ deed: "answer", delayMs: 4 }));
    await campus.writePeople(2_000);
    for (const requests of [1, 60, 400, 900]) {
      const run = campus.start(PUSH);
      while (campus.api.requests() < requests) await wait(1);
      run.kill("SIGKILL");
      await run.ended;
      const known = await delivered(campus);
      const log = await logged(campus);
      expect(known.filter((key) => !log.has(key))).toEqual([]);
    }
    const { code } = await campus.run(PUSH);
    expect([code, (await logged(campus)).size]).toEqual([0, 2_000]);
  }, 60_000);

  test("after a second Ctrl-C", async () => {
    await using campus = await openCampus((key) => ({
      deed: "answer",
      delayMs: key === "p900" ? 60_000 : 4,
    }));
    await campus.writePeople(2_000);
    const run = campus.start(PUSH);
    while (campus.api.requests() < 1_000) await wait(1);
    run.kill("SIGINT");
    await wait(300);
    run.kill("SIGINT");
    const { code } = await run.ended;
    const known = await delivered(campus);
    const log = await logged(campus);
    expect([code, known.length > 100, known.filter((key) => !log.has(key))]).toEqual([130, true, []]);
  }, 60_000);
});
