import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, extname, join } from "node:path";
import { pathToFileURL } from "node:url";

const LOADER = pathToFileURL("test/support/resolve-userpush.ts").href;

/** How a sample is started, by the end of its name, and what must be installed for it. */
const STARTED: Readonly<Record<string, { readonly command: readonly string[]; readonly needs?: string }>> = {
  ".sh": { command: ["sh"], needs: "curl" },
  ".js": { command: [process.execPath] },
  ".ts": { command: [process.execPath, "--import", LOADER] },
  ".py": { command: ["python3"], needs: "python3" },
};

export interface SampleOutcome {
  readonly failed: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a sample as it stands, with nothing in its environment but the settings. */
export function runSample(file: string, settings: Readonly<Record<string, string>>): Promise<SampleOutcome> {
  const missing = missingFor(file);
  if (missing) throw new Error(`${file} was not run: ${missing} is not installed`);
  const [command = "", ...parameters] = STARTED[extname(file)]?.command ?? [];
  const env = { PATH: process.env["PATH"], ...settings };
  return new Promise((done) => {
    execFile(command, [...parameters, file], { env }, (error, stdout, stderr) => {
      done({ failed: error !== null, stdout, stderr });
    });
  });
}

/** The command without which a sample cannot run, where it is not installed. */
export function missingFor(file: string): string | undefined {
  const needs = STARTED[extname(file)]?.needs;
  const folders = process.env["PATH"]?.split(delimiter) ?? [];
  return needs && !folders.some((folder) => existsSync(join(folder, needs))) ? needs : undefined;
}
