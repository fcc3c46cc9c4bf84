import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Invocation } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import type { ExitCode } from "./exit-codes.ts";
import { renderCommandHelp, renderHelp } from "./help.ts";
import type { Io } from "./io.ts";
import { parseArguments, type Request } from "./parse-arguments.ts";
import { reportFailure } from "./report-failure.ts";
import { loadConfig } from "./settings/load-config.ts";
import { readText } from "./settings/read-text.ts";
import { resolveSettings } from "./settings/resolve-settings.ts";

/** Each command takes the settings that its own options make. */
type Run = (settings: never, io: Io) => Promise<ExitCode>;

/** A command is loaded when it is asked for: help must not wait for a mock. */
const RUNS: Readonly<Record<string, () => Promise<Run>>> = {
  plan: async () => (await import("./plan.ts")).plan,
  push: async () => (await import("./push.ts")).push,
  status: async () => (await import("./status.ts")).status,
  fields: async () => (await import("./fields.ts")).fields,
  template: async () => (await import("./template.ts")).template,
  doctor: async () => (await import("./doctor.ts")).doctor,
  mock: async () => (await import("./mock.ts")).mock,
  verify: async () => (await import("./verify.ts")).verify,
};

/** Runs one command line and returns its exit code. What is expected to go wrong is one line; a bug shows where it is. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    const request = parseArguments(argv, COMMANDS);
    const exitCode = await fulfil(request, io);
    return (await io.isOutputLost()) ? exitCodeOfLoss(exitCode, request) : exitCode;
  } catch (error) {
    return reportFailure(error, io);
  }
}

async function fulfil(request: Request, io: Io): Promise<ExitCode> {
  if (request.kind === "run") return await runCommand(request.invocation, io);
  io.print(await answer(request, io));
  return 0;
}

/** As with each output: a push has begun by then. A code that says worse stays. */
function exitCodeOfLoss(exitCode: ExitCode, request: Request): ExitCode {
  if (exitCode > 1) return exitCode;
  return request.kind === "run" && request.invocation.command.name === "push" ? 8 : 2;
}

async function answer(request: Exclude<Request, { kind: "run" }>, { columns }: Io): Promise<string> {
  if (request.kind === "version") return readVersion();
  return request.command ? renderCommandHelp(request.command, columns) : renderHelp(COMMANDS, columns);
}

async function runCommand(invocation: Invocation, io: Io): Promise<ExitCode> {
  const { command } = invocation;
  const file = await loadConfig({ ...invocation, commands: COMMANDS, exists: existsSync, readText });
  const settings = await resolveSettings({ ...invocation, file, environment: io.environment, readText });
  for (const warning of settings.warnings) io.say(`userpush: ${warning}`);
  const run = await (RUNS[command.name] as () => Promise<Run>)();
  return run(settings as never, io);
}

async function readVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  return version;
}
