import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { openState } from "../../src/bulk/state/open-state.ts";
import { runUserpush } from "../support/userpush-process.ts";

const folder = await mkdtemp(join(tmpdir(), "status-"));
afterAll(() => rm(folder, { recursive: true }));

const status = (...args: string[]) => runUserpush(["status", ...args], { cwd: folder });

function remember(destination: string, work: (state: ReturnType<typeof openState>) => void): void {
  const state = openState({ file: join(folder, "s.sqlite"), destination });
  work(state);
  state.close();
}

describe("userpush status", () => {
  test("says where a state would be, and makes none", async () => {
    const want = "There is nothing at .userpush/state.sqlite yet; the first push makes it.\n";
    expect(await status()).toEqual({ code: 0, stdout: want, stderr: "" });
    expect(await status()).toMatchObject({ stdout: want });
  });

  test("tells of the runs of every destination, and names who is uncertain", async () => {
    remember("ccs https://ccs.example", (state) => {
      state.beginRun({ source: "roster.csv", allowed: { new: 2, changed: 0 } });
      state.intend("roster.csv", ["ann@example.edu", "bob@example.edu"]);
    });
    remember("opscom https://ops.example OC_TOMA", (state) => {
      const id = state.beginRun({ source: "roster.csv", allowed: { new: 2, changed: 0 } });
      const record = { unique_id: "7" };
      const hashes = state.hasher.all(record, state.hasher.record(record));
      const confirmed = [{ key: "7/OPSCOM", reference: "44", ...hashes }];
      state.settle("roster.csv", { confirmed, refused: [] });
      state.finishRun(id, {
        totals: { read: 1240, pushed: 1, unchanged: 1239, notAttempted: 0 },
        stop: "refused",
      });
    });
    const { code, stdout } = await status("--state", "s.sqlite");
    const when = "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\dZ";
    expect(code).toBe(0);
    expect(stdout.split("\n\n")).toEqual([
      expect.stringMatching(
        new RegExp(
          `^ccs https://ccs\\.example\n {2}2 people known\n {2}2 may have been created, and nobody knows:\n {4}ann@example\\.edu\n {4}bob@example\\.edu\n {2}${when} {2}roster\\.csv {2}killed before its end$`,
        ),
      ),
      expect.stringMatching(
        new RegExp(
          `^opscom .* OC_TOMA\n {2}1 person known\n {2}${when} {2}roster\\.csv {2}refused by the API in \\d.* s {2}1,240 read: 1 pushed, 1,239 unchanged\n$`,
        ),
      ),
    ]);
  });

  test("tells a run that goes on from one that was killed before it", async () => {
    const state = openState({ file: join(folder, "held.sqlite"), destination: "ccs https://ccs.example" });
    state.beginRun({ source: "killed.csv", allowed: { new: 0, changed: 0 } });
    state.close();
    await wait(2);
    const held = openState({
      file: join(folder, "held.sqlite"),
      destination: "opscom https://ops.example T",
    });
    held.beginRun({ source: "current.csv", allowed: { new: 0, changed: 0 } });
    const during = await status("--state", "held.sqlite");
    expect(during.stdout).toMatch(/ killed\.csv {2}killed before its end\n/);
    expect(during.stdout).toMatch(/ current\.csv {2}going on\n/);
    expect(() => openState({ file: join(folder, "held.sqlite"), destination: "d" })).toThrow(/another run/);
    held.close();
    const after = await status("--state", "held.sqlite");
    expect(after.stdout).toMatch(/ current\.csv {2}killed before its end\n/);
  });

  test("tells the same to programs", async () => {
    const { stdout } = await status("--state", "s.sqlite", "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      state: "s.sqlite",
      destinations: [
        {
          destination: "ccs https://ccs.example",
          uncertain: { count: 2 },
          runs: [{ source: "roster.csv", running: false }],
        },
        { people: 1, keyLost: false, runs: [{ stop: "refused", totals: { read: 1240 } }] },
      ],
    });
  });

  test("ends with 2 and one line for a file that is no state", async () => {
    await writeFile(
      join(folder, "no.sqlite"),
      "this is a text, and long enough to be looked at as a database\n",
    );
    const { code, stdout, stderr } = await status("--state", "no.sqlite");
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^userpush: .*no\.sqlite.*\n$/);
  });
});
