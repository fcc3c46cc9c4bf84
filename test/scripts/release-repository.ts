import { execFileSync } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { PROJECT } from "./project-copy.ts";

const FILES = [
  "openapi",
  "test/types/surface.ts",
  "package.json",
  "package-lock.json",
  "CHANGELOG.md",
  ".changeset",
];

export interface Repository {
  readonly folder: string;
  /** Runs a program in it, and gives what it prints; throws where that fails. */
  readonly run: (program: string, ...args: string[]) => string;
  readonly commit: (message: string) => void;
}

/** A repository of its own, with what a release is made of in one commit. It is removed when the test has ended. */
export async function createRepository(): Promise<Repository> {
  const folder = await mkdtemp(join(tmpdir(), "userpush-release-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await Promise.all(FILES.map((file) => cp(join(PROJECT, file), join(folder, file), { recursive: true })));
  const run: Repository["run"] = (program, ...args) =>
    execFileSync(program, args, { cwd: folder, encoding: "utf8" });
  const commit = (message: string) => {
    run("git", "add", "--all");
    run(
      "git",
      "-c",
      "user.name=Test",
      "-c",
      "user.email=test@example.org",
      "commit",
      "--quiet",
      "-m",
      message,
    );
  };
  run("git", "init", "--quiet", "--initial-branch=main");
  commit("The last release");
  return { folder, run, commit };
}
