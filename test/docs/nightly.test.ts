import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
    const rows = [...read("docs/guides/every-night.md").matchAll(/^\| (\d+) \| (.+?) \| (.+) \|$/gm)];
    expect(rows.map(([, code, meaning]) => [code, meaning])).toEqual(Object.entries(EXIT_CODES));
  });

  test("starts the same command from a shell, and on Windows", () => {
    for (const file of ["nightly.sh", "register-task.ps1"])
      expect(read(`examples/nightly/${file}`)).toContain(PUSH);
  });

  test("lets the script print nothing where all is well, and what the push said where it is not", () => {
    const folder = mkdtempSync(join(tmpdir(), "nightly-"));
    cpSync("examples/nightly/nightly.sh", join(folder, "nightly.sh"));
    const night = (code: number) => {
      const npx = `#!/bin/sh\necho "the totals"; echo "a warning" >&2; exit ${code}\n`;
      writeFileSync(join(folder, "npx"), npx, { mode: 0o755 });
      const env = { PATH: `${folder}:${process.env["PATH"]}` };
      const { status, stdout, stderr } = spawnSync("sh", [join(folder, "nightly.sh")], {
        ...{ env, encoding: "utf8" },
      });
      return { status, printed: `${stdout}${stderr}` };
    };
    expect(night(0)).toEqual({ status: 0, printed: "" });
    expect(read(join(folder, "last-night.txt"))).toBe("the totals\na warning\n");
    expect(night(3)).toEqual({
      status: 3,
      printed: "the totals\na warning\nA brake held the push. Nothing was sent.\n",
    });
    expect(night(8)).toEqual({
      status: 8,
      printed: "the totals\na warning\nThe push began and was not completed: do what it says above.\n",
    });
    rmSync(folder, { recursive: true });
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
