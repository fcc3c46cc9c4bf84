import { readdir, readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { RecordingOptions } from "../support/recording-server.ts";
import { type Campus, openCampus, sumOf } from "./campus.ts";

const HEADER = "unique_id,login_source,province";

/** Pushes people of whom three are rejected, and corrects two of those by hand. */
async function correctRejects(campus: Campus): Promise<string> {
  const rows = ["a,OPSCOM,ON", "b,OPSCOM,Ontario", "c,OPSCOM,Quebec", "d,OPSCOM,Alberta"];
  await campus.write("roster.csv", [HEADER, ...rows].join("\n"));
  await campus.run(["push", "roster.csv", "--first-run", "--rejects", "rejects.csv"]);
  const written = await read(campus, "rejects.csv");
  const corrected = written.replace("Ontario,", "ON,").replace("Quebec,", "QC,");
  await campus.write("rejects.csv", corrected);
  return corrected;
}

/** Answers one person by 401, the first time. */
function refuseOnce(person: string | undefined): RecordingOptions["decide"] {
  return (key, before) => ({
    deed: key === person && before === 0 ? { status: 401 } : "answer",
    delayMs: 0,
  });
}

function read(campus: Campus, file: string): Promise<string> {
  return readFile(join(campus.folder, file), "utf8");
}

const PUSH_REJECTS = ["push", "rejects.csv", "--rejects", "rejects.csv"];

describe("rejects that are corrected, pushed, and written to again", () => {
  test("hold afterwards who is still rejected", async () => {
    await using campus = await openCampus();
    await correctRejects(campus);
    const { code, stdout } = await campus.run(PUSH_REJECTS);
    expect([code, sumOf(stdout)]).toMatchObject([1, { read: 3, pushed: 2, rejected: 1 }]);
    expect((await read(campus, "rejects.csv")).split("\r\n").slice(1)).toEqual([
      expect.stringMatching(/^d,OPSCOM,Alberta,/),
      "",
    ]);
  });

  test("are gone once everybody in them is delivered", async () => {
    await using campus = await openCampus();
    const corrected = (await correctRejects(campus)).replace("Alberta,", "AB,");
    await campus.write("rejects.csv", corrected);
    const { code, stdout } = await campus.run(PUSH_REJECTS);
    expect([code, sumOf(stdout)]).toMatchObject([0, { read: 3, pushed: 3 }]);
    expect(await readdir(campus.folder)).not.toContain("rejects.csv");
    expect(stdout).not.toContain("Written");
  });

  test.each([
    ["the API refuses the token", [], 4],
    ["a brake holds", ["--max-rejected", "0", "--max-new", "0"], 3],
  ])("stay as they were where %s", async (_, more, exitCode) => {
    await using campus = await openCampus(refuseOnce(exitCode === 4 ? "b" : undefined));
    const corrected = await correctRejects(campus);
    const stopped = await campus.run([...PUSH_REJECTS, ...more]);
    expect([stopped.code, await read(campus, "rejects.csv")]).toEqual([exitCode, corrected]);
    expect(stopped.stderr).toContain("rejects.csv stays as it was");

    const again = await campus.run(PUSH_REJECTS);
    expect([again.code, sumOf(again.stdout)]).toMatchObject([
      1,
      { read: 3, rejected: 1, "not attempted": 0 },
    ]);
    expect([...campus.api.written.keys()].sort()).toEqual(["a", "b", "c"]);
  });

  test("stay as they were where a row came out of shape by hand", async () => {
    await using campus = await openCampus();
    const corrected = `${await correctRejects(campus)}e,OPSCOM,ON,typed,by,hand,and,too,long\r\n`;
    await campus.write("rejects.csv", corrected);
    const { code } = await campus.run(PUSH_REJECTS);
    expect([code, await read(campus, "rejects.csv")]).toEqual([1, corrected]);
  });
});

test("rejects of one night are gone after the next, where nobody is rejected any more", async () => {
  await using campus = await openCampus();
  const corrected = ["a,OPSCOM,ON", "b,OPSCOM,ON", "c,OPSCOM,QC", "d,OPSCOM,AB"];
  await correctRejects(campus);
  const push = ["push", "roster.csv", "--rejects", "rejects.csv"];
  await campus.write("roster.csv", [HEADER, ...corrected].join("\n"));
  const braked = await campus.run([...push, "--max-new", "0"]);
  expect([braked.code, await readdir(campus.folder)]).toEqual([3, expect.arrayContaining(["rejects.csv"])]);
  const { code } = await campus.run(push);
  expect([code, await readdir(campus.folder)]).toEqual([0, expect.not.arrayContaining(["rejects.csv"])]);
});

describe("nothing is written over", () => {
  test.each([
    [
      "the roster, by rejects",
      ["--rejects", "roster.csv"],
      "--rejects is roster.csv, which is a file to push too",
    ],
    [
      "the roster, by a report",
      ["--report", "./roster.csv"],
      "--report is ./roster.csv, which is a file to push too",
    ],
    [
      "the roster, by another name",
      ["--audit", "link.csv"],
      "--audit is link.csv, which is a file to push too",
    ],
    ["the state", ["--report", ".userpush/state.sqlite"], "which is the state too"],
    ["its key", ["--audit", ".userpush/state.sqlite.key"], "which is the state too"],
    ["who holds it", ["--report", ".userpush/state.sqlite.pid"], "which is the state too"],
    ["the settings", ["--report", "userpush.yaml"], "which is --config too"],
    ["a token", ["--report", "token", "--token-file", "token"], "which is --token-file too"],
    [
      "one output, by another",
      ["--rejects", "new", "--report", "new"],
      "--report is new, which is --rejects too",
    ],
    [
      "an output, by the draft of another",
      ["--rejects", "r.csv", "--audit", "r.csv.partial"],
      "the draft of --rejects is r.csv.partial, which is --audit too",
    ],
    [
      "an output, by the second draft of rejects",
      ["--rejects", "r.csv", "--report", "r.csv.widened.partial"],
      "the second draft of --rejects is r.csv.widened.partial, which is --report too",
    ],
    [
      "a token, by the draft of a report",
      ["--report", "t", "--token-file", "t.partial"],
      "the draft of --report is t.partial, which is --token-file too",
    ],
  ])("%s", async (_, more, says) => {
    await using campus = await openCampus();
    await campus.writePeople(3);
    await campus.write("userpush.yaml", "state: .userpush/state.sqlite\n");
    await campus.write("token", "a-token\n");
    await campus.write("t.partial", "a-token\n");
    await symlink("roster.csv", join(campus.folder, "link.csv"));
    await campus.run(["push", "roster.csv", "--first-run"]);
    const before = await read(campus, "roster.csv");
    const { code, stderr } = await campus.run(["push", "roster.csv", ...more]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(says)]);
    expect(stderr).toContain("give it another name");
    expect([await read(campus, "roster.csv"), campus.api.requests()]).toEqual([before, 3]);
  });
});
