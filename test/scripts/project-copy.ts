import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";

/** The root of the project that is tested. */
export const PROJECT = resolve(import.meta.dirname, "..", "..");

/** Copies parts of the project into a folder of its own, where a test may spoil them. */
export async function copyProject(parts: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "userpush-test-"));
  await Promise.all(parts.map((part) => cp(join(PROJECT, part), join(folder, part), { recursive: true })));
  await symlink(join(PROJECT, "node_modules"), join(folder, "node_modules"), "dir");
  return folder;
}

export async function removeCopy(folder: string | undefined): Promise<void> {
  if (folder) await rm(folder, { recursive: true });
}

/** Replaces the first occurrence of a text; one that is not there is an error, because nothing would be tested. */
export function replaceOnce(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`there is no ${JSON.stringify(from)} to replace`);
  return text.replace(from, () => to);
}

/** The same in a file. */
export async function editFile(file: string, from: string, to: string): Promise<void> {
  await writeFile(file, replaceOnce(await readFile(file, "utf8"), from, to));
}

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command of the project in a copy of it. A failure is an outcome too. */
export function runIn(folder: string, command: string, parameters: readonly string[]): Promise<Outcome> {
  const env = {
    ...process.env,
    PATH: [join(PROJECT, "node_modules", ".bin"), process.env["PATH"]].join(delimiter),
    REDOCLY_TELEMETRY: "off",
    REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
  };
  return new Promise((done) => {
    execFile(
      command,
      parameters,
      { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        done({ code: error ? Number(error.code) : 0, stdout, stderr });
      },
    );
  });
}
