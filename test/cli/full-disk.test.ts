import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openCampus, sumOf } from "./campus.ts";

const FILES = ["--rejects", "rejects.csv", "--report", "report.html"];

const ROSTER = ["unique_id,login_source,province,city"];

describe("an output whose disk is full", () => {
  test.runIf(existsSync("/dev/full"))(
    "is told by its name, stops the sending where it is the log of pushes, and keeps no other from its end",
    async () => {
      await using campus = await openCampus(() => ({ deed: "answer", delayMs: 5 }));
      const people = Array.from({ length: 3_000 }, (_, index) => `p${index},OPSCOM,ON,Ottawa`);
      await campus.write("roster.csv", [...ROSTER, "x,OPSCOM,Ontario,Ottawa", ...people].join("\n"));
      const args = ["push", "roster.csv", "--first-run", "--audit", "/dev/full", ...FILES];
      const { code, stdout, stderr } = await campus.run(args);
      expect(code).toBe(8);
      expect(stderr.match(/^userpush: .*$/gm)).toEqual([
        "userpush: /dev/full cannot be written: the disk is full; make room, or name a file elsewhere",
      ]);
      const { pushed, uncertain, "not attempted": left = 0 } = sumOf(stdout);
      expect([pushed, uncertain, left > 0]).toEqual([0, campus.api.written.size, true]);
      expect(stdout).toContain("Stopped: /dev/full cannot be written: the disk is full");
      expect(await readdir(campus.folder)).toEqual(expect.arrayContaining(["rejects.csv", "report.html"]));
      expect(stdout).not.toContain("audit");
    },
  );

  test.skipIf(process.platform === "win32")(
    "keeps nobody from being delivered where it is the rejects",
    async () => {
      await using campus = await openCampus();
      const rejected = Array.from(
        { length: 1_000 },
        (_, index) => `r${index},OPSCOM,Ontario,${"x".repeat(900)}`,
      );
      await campus.write("roster.csv", [...ROSTER, ...rejected, "p1,OPSCOM,ON,Ottawa"].join("\n"));
      await campus.write("rejects.csv", "of the night before");
      const args = [
        "push",
        "roster.csv",
        "--first-run",
        "--ignore-brakes",
        "--audit",
        "audit.jsonl",
        ...FILES,
      ];
      const { code, stdout, stderr } = await campus.runWithin(600, args);
      expect([code, stderr]).toEqual([
        8,
        expect.stringMatching(/^userpush: rejects\.csv cannot be written: no file/m),
      ]);
      expect([sumOf(stdout), [...campus.api.written.keys()]]).toMatchObject([
        { pushed: 1, rejected: 1_000 },
        ["p1"],
      ]);
      expect(stdout).toMatch(/\nWritten\n {2}report +report.html\n {2}audit +audit.jsonl\n/);
      const left = await readdir(campus.folder);
      expect(left.sort()).toEqual([".userpush", "audit.jsonl", "rejects.csv", "report.html", "roster.csv"]);
    },
  );
});

test.skipIf(process.platform === "win32")(
  "a state whose disk is full ends the run with what was done told, in every output, and the error last",
  async () => {
    await using campus = await openCampus();
    await campus.writePeople(4_000);
    const args = ["push", "roster.csv", "--first-run", "--audit", "audit.jsonl", ...FILES];
    const { code, stdout, stderr } = await campus.runWithin(400, args);
    expect([code, stderr.trimEnd().split("\n").at(-1)]).toEqual([
      8,
      expect.stringMatching(/^userpush: the state .*state\.sqlite cannot be .* disk/),
    ]);
    const { read, pushed = 0, uncertain = 0, "not attempted": left = 0 } = sumOf(stdout);
    const { size } = campus.api.written;
    expect([read, pushed > 0, pushed + uncertain, left]).toEqual([4_000, true, size, 4_000 - size]);
    expect(stdout).toMatch(/\nStopped: the state .*\nMend that, then run it again to go on\./);
    expect(await readFile(join(campus.folder, "report.html"), "utf8")).toContain("Stopped before the end");
    const rest = await campus.run(["push", "roster.csv"]);
    expect([rest.code, sumOf(rest.stdout)]).toMatchObject([0, { read: 4_000, unchanged: pushed }]);
  },
  60_000,
);
