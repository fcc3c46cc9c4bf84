import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const run = promisify(execFile);
const ROOT = new URL("../../", import.meta.url).pathname;

/** Of the example, six people break a limit. */
const REJECTED = 6;

/** So many move, on the third night. */
const MOVED = 3;

const clone = await mkdtemp(join(tmpdir(), "start-"));
beforeAll(copyProject);
afterAll(() => rm(clone, { recursive: true }));

/** The files that a clone would have, and those that are not committed yet; nothing that was built. */
async function copyProject(): Promise<void> {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"];
  const { stdout } = await run("git", args, { cwd: ROOT });
  const files = stdout.split("\0").filter((file) => file !== "" && existsSync(join(ROOT, file)));
  for (const file of files) await cp(join(ROOT, file), join(clone, file));
  await symlink(join(ROOT, "node_modules"), join(clone, "node_modules"));
}

test("npm start plans and pushes the example on three nights, and says what to do next", async () => {
  const roster = await readFile(join(clone, "examples/roster.csv"), "utf8");
  const people = roster.trimEnd().split("\n").length - 1;
  expect(existsSync(join(clone, "dist"))).toBe(false);

  const { stdout } = await run("npm", ["start"], { cwd: clone });

  const total = (pushed: number, unchanged: number) =>
    `  ${people} read = ${pushed} pushed + ${unchanged} unchanged + 0 skipped + ${REJECTED} rejected + 0 uncertain + 0 not attempted`;
  const delivered = people - REJECTED;
  const totals = [total(delivered, 0), total(0, delivered), total(MOVED, delivered - MOVED)];
  expect(stdout.split("\n").flatMap((line) => (/ read = /.test(line) ? line.split(", in ")[0] : []))).toEqual(
    totals,
  );
  expect(stdout).toMatch(new RegExp(`\\n {2}Changed \\(${MOVED}\\)\\n( {4}line \\d+ .* city\\n){${MOVED}}`));
  expect(stdout).toMatch(/A mock of OPS-COM answers at http:\/\/127\.0\.0\.1:\d+/);
  expect(stdout).toMatch(/\nNext:\n {2}\S/);
  expect(existsSync(join(clone, "reports/start/report.html"))).toBe(true);
  expect(existsSync(join(clone, "dist/cli/bin.js"))).toBe(true);
});
