import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { type Campus, openCampus, TOKEN } from "./campus.ts";

const BIN = new URL("../../src/cli/bin.ts", import.meta.url).pathname;

/** A roster that somebody is still writing, as an export into a pipe. */
async function startWithOpenInput(command: string, { folder, api }: Campus) {
  const env = { PATH: process.env["PATH"], OPSCOM_TENANT: "OC_TOMA", OPSCOM_API_TOKEN: TOKEN };
  const args = [BIN, command, "-", "--api", "opscom", "--base-url", api.url];
  const child = spawn(process.execPath, args, { cwd: folder, env, stdio: ["pipe", "pipe", "pipe"] });
  child.stdin.write("unique_id,login_source\n");
  const spools = async () => (await readdir(join(folder, ".userpush")).catch(() => [])).join();
  while (!(await spools()).includes("stdin")) await wait(5);
  return child;
}

describe("while standard input is still coming", () => {
  test.each([
    ["push", "SIGTERM", 143],
    ["push", "SIGINT", 130],
    ["plan", "SIGTERM", 143],
  ] as const)(
    "userpush %s is ended by %s with %i, as after that, and leaves nothing",
    async (command, signal, code) => {
      await using campus = await openCampus();
      const child = await startWithOpenInput(command, campus);
      child.kill(signal);
      const [stderr, [exitCode]] = await Promise.all([text(child.stderr), once(child, "close")]);
      expect([exitCode, stderr, await readdir(join(campus.folder, ".userpush"))]).toEqual([
        code,
        expect.not.stringContaining("bug"),
        [],
      ]);
    },
  );
});

test("while the user types are listed, a signal ends the run at once", async () => {
  await using campus = await openCampus(() => ({ deed: "answer", delayMs: 60_000 }));
  await campus.write("map.yaml", "fields: { user_type_id: { column: type, lookup: name } }");
  await campus.write("roster.csv", "unique_id,login_source,type\np1,OPSCOM,Staff\n");
  const run = campus.start(["push", "roster.csv", "--map", "map.yaml"]);
  while (campus.api.requests() === 0) await wait(5);
  run.kill("SIGTERM");
  const ended = await Promise.race([run.ended, wait(10_000)]);
  run.kill("SIGKILL");
  expect(ended).toMatchObject({ code: 143, stderr: expect.not.stringContaining("bug") });
}, 40_000);
