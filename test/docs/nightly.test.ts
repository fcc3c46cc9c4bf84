import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { EXIT_CODES } from "../../src/cli/exit-codes.ts";

const SYSTEMD = "/usr/bin/systemd-analyze";

/** The command that a scheduler starts, as `examples/nightly/` shows it. */
const PUSH = "npx userpush push banner.csv";

function read(file: string): string {
  return readFileSync(file, "utf8");
}

describe("the guide to a nightly run", () => {
  test("says of every exit code what it asks for", () => {
    const rows = [
      ...read("docs/guides/every-night.md").matchAll(/^\| (\d+) \| \{\{ meaning\[(\d+)\] \}\} \| (.+) \|$/gm),
    ];
    expect(rows.map(([, code]) => code)).toEqual(Object.keys(EXIT_CODES));
    for (const [, code, meaning] of rows) expect(meaning).toBe(code);
  });

  test("starts the same command from a shell, and on Windows", () => {
    for (const file of ["nightly.sh", "register-task.ps1"])
      expect(read(`examples/nightly/${file}`)).toContain(PUSH);
  });

  test("starts the same script from cron and from systemd, at the same time", () => {
    const cron = /^(\d+) (\d+) \* \* \* +(\S+)$/m.exec(read("examples/nightly/crontab"));
    expect(read("examples/nightly/userpush.service")).toContain(`ExecStart=${cron?.[3]}\n`);
    expect(read("examples/nightly/userpush.timer")).toContain(
      `OnCalendar=*-*-* 0${cron?.[2]}:${cron?.[1]}\n`,
    );
  });

  test.skipIf(!existsSync(SYSTEMD))("has a time that systemd understands", () => {
    const [, time = ""] = /OnCalendar=(.*)/.exec(read("examples/nightly/userpush.timer")) ?? [];
    expect(execFileSync(SYSTEMD, ["calendar", time], { encoding: "utf8" })).toContain("Next elapse");
  });
});

test("the workflow for GitHub Actions installs and tests with the scripts that the sample application has", () => {
  const { jobs } = parse(read("examples/github-actions.yaml")) as {
    jobs: Record<string, { steps: { run?: string }[] }>;
  };
  const commands = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
  expect(commands).toEqual(["npm ci", "npm test"]);
  expect(JSON.parse(read("examples/app/package.json")).scripts).toHaveProperty("test");
});
