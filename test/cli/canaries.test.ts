import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openCampus, TOKEN } from "./campus.ts";

/** Planted in cells; each breaks a rule in one row, so that a message has every reason to quote it. */
const CANARIES = ["1987-06-05", "ABCD-licence-42", "s3cret-pass-word", "1987-13-99", TOKEN];

const HEADER = "unique_id,login_source,date_of_birth,driver_licence_num,Secret Word,province";

const ROSTER = [
  HEADER,
  "p1,OPSCOM,1987-06-05,ABCD-licence-42,s3cret-pass-word,ON",
  "p2,OPSCOM,1987-13-99,ABCD-licence-42,s3cret-pass-word,ON",
  `p3,OPSCOM,1987-06-05,${"ABCD-licence-42".repeat(20)},s3cret-pass-word,ON`,
  "p4,OPSCOM,1987-06-05,ABCD-licence-42,s3cret-pass-word,Ontario",
  "p5,OPSCOM,1987-06-05,ABCD-licence-42",
  'p6,OPSCOM,1987-06-05,"ABCD-licence-42"x,s3cret-pass-word,ON',
  "p1,OPSCOM,1987-06-05,ABCD-licence-42,s3cret-pass-word,BC",
].join("\n");

/** What people may look for a mistake with, and an API may echo. */
const ECHO = JSON.stringify({ ErrorCode: 9033, ErrorMessage: `no: ABCD-licence-42, ${TOKEN}, 1987-06-05` });

async function filesOf(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(files.map(async (file) => [file, await readFile(file, "latin1")] as const)),
  );
}

test("no secret and nothing personal is in any output, and rejects hold what their rows held", async () => {
  await using campus = await openCampus((_, before) => ({
    deed: before === 0 ? { status: 200, body: ECHO } : "answer",
    delayMs: 0,
  }));
  await campus.write("roster.csv", ROSTER);
  const said: string[] = [];
  const outputs = ["--rejects", "rejects.csv", "--report", "report.html", "--audit", "audit.jsonl"];
  for (const args of [
    ["plan", "roster.csv"],
    ["plan", "roster.csv", "--json"],
    ["push", "roster.csv", "--first-run", "--max-rejected", "100%", "--json", ...outputs],
    ["push", "roster.csv", "--first-run", "--max-rejected", "100%", ...outputs],
    ["push", "nothing.csv"],
  ]) {
    const { stdout, stderr } = await campus.run(args);
    said.push(stdout, stderr);
  }
  const files = await filesOf(campus.folder);
  const rejects = files.get(join(campus.folder, "rejects.csv")) ?? "";
  files.delete(join(campus.folder, "rejects.csv"));
  files.delete(join(campus.folder, "roster.csv"));
  const written = [...said, ...files.values()].join("\n");

  expect(CANARIES.filter((canary) => written.includes(canary))).toEqual([]);
  expect([...files.keys()].some((file) => file.endsWith("audit.jsonl"))).toBe(true);
  expect(rejects).toContain("p4,OPSCOM,1987-06-05,ABCD-licence-42,s3cret-pass-word,Ontario,");
  expect(rejects).not.toContain(TOKEN);
  for (const file of [...files.keys(), join(campus.folder, "rejects.csv")])
    expect([file, (await stat(file)).mode & 0o077]).toEqual([file, 0]);
});
