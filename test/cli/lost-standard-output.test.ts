import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runUserpush } from "../support/userpush-process.ts";
import { openCampus } from "./campus.ts";

const LOST =
  "userpush: standard output cannot be written: the disk is full; make room, or name a file elsewhere (ENOSPC)";

/** Without what is said of a push anyway. */
const failuresIn = (stderr: string) => stderr.match(/^userpush: .*$/gm) ?? [];

describe.runIf(existsSync("/dev/full"))("a full disk under standard output", () => {
  test.each([
    ["--help"],
    ["push --help"],
    ["--version"],
    ["template opscom --example"],
    ["fields opscom"],
    ["fields opscom --json"],
    ["status"],
    ["status --json"],
  ])("is told by %s, which ends with 2", async (line) => {
    await using campus = await openCampus();
    const end = await runUserpush(line.split(" "), { cwd: campus.folder, redirect: "> /dev/full" });
    expect(end).toEqual({ code: 2, stdout: "", stderr: `${LOST}\n` });
  });

  test.each([["plan roster.csv --first-run"], ["plan roster.csv --first-run --json"]])(
    "is told by %s, which ends with 2",
    async (line) => {
      await using campus = await openCampus();
      await campus.writePeople(3_000);
      const { code, stderr } = await campus.runRedirected("> /dev/full", line.split(" "));
      expect([code, failuresIn(stderr)]).toEqual([2, [LOST]]);
    },
  );

  test("leaves a code that says worse", async () => {
    await using campus = await openCampus();
    await campus.writePeople(30);
    const { code, stderr } = await campus.runRedirected("> /dev/full", ["plan", "roster.csv"]);
    expect([code, failuresIn(stderr)]).toEqual([3, [LOST]]);
  });

  test.each([[[]], [["--json"]]])(
    "keeps nobody from being delivered by a push with %j, which tells it once and ends with 8",
    async (options) => {
      await using campus = await openCampus();
      await campus.writePeople(3_000);
      const args = ["push", "roster.csv", "--first-run", "--audit", "audit.jsonl", ...options];
      const { code, stderr } = await campus.runRedirected("> /dev/full", args);
      expect([code, failuresIn(stderr)]).toEqual([8, [LOST]]);
      const audit = await readFile(join(campus.folder, "audit.jsonl"), "utf8");
      expect([campus.api.written.size, audit.trimEnd().split("\n").length]).toEqual([3_000, 3_000]);
    },
  );
});

describe.skipIf(process.platform === "win32")("a reader who goes away", () => {
  test.each(["template opscom --example", "fields opscom --json", "--help"])(
    "is no failure of %s",
    async (line) => {
      await using campus = await openCampus();
      const end = await runUserpush(line.split(" "), { cwd: campus.folder, redirect: "| true" });
      expect(end).toEqual({ code: 0, stdout: "", stderr: "" });
    },
  );

  test("is none of a push either, which delivers everybody", async () => {
    await using campus = await openCampus();
    await campus.writePeople(3_000);
    const args = ["push", "roster.csv", "--first-run", "--json"];
    const { code, stdout, stderr } = await campus.runRedirected("| head -1", args);
    expect([code, failuresIn(stderr), stdout.trimEnd().split("\n").length]).toEqual([0, [], 1]);
    expect(campus.api.written.size).toBe(3_000);
  });
});
