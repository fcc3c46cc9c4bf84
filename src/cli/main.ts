import { readFile } from "node:fs/promises";
import { FileError } from "../bulk/file-error.ts";
import { isUserpushError } from "../client/errors.ts";
import { MissingPeerError } from "../testing/missing-peer-error.ts";
import type { Invocation } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import type { ExitCode } from "./exit-codes.ts";
import { renderCommandHelp, renderHelp } from "./help.ts";
import type { Io } from "./io.ts";
import { parseArguments } from "./parse-arguments.ts";
import { UsageError } from "./usage-error.ts";

type Run = (invocation: Invocation, io: Io) => Promise<ExitCode>;

/** A command is loaded when it is asked for: help must not wait for a mock. */
const RUNS: Readonly<Record<string, () => Promise<Run>>> = {
  push: async () => (await import("./push.ts")).push,
  mock: async () => (await import("./mock.ts")).mock,
};

/** Runs one command line and returns its exit code. What is expected to go wrong is one line; a bug shows its stack. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    const request = parseArguments(argv, io.environment, COMMANDS);
    if (request.kind === "run") return await runCommand(request.invocation, io);
    io.print(
      request.kind === "version"
        ? await readVersion()
        : request.command
          ? renderCommandHelp(request.command)
          : renderHelp(COMMANDS),
    );
    return 0;
  } catch (error) {
    return reportFailure(error, io);
  }
}

async function runCommand(invocation: Invocation, io: Io): Promise<ExitCode> {
  const load = RUNS[invocation.command.name] as () => Promise<Run>;
  const run = await load();
  return run(invocation, io);
}

function reportFailure(error: unknown, io: Io): ExitCode {
  if (isExpected(error)) {
    io.say(`userpush: ${describeFailure(error)}`);
    return 2;
  }
  io.say(
    "userpush: this is a bug of userpush. Please report it with the lines below; look them through for names first.",
  );
  io.say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return 70;
}

/** Node's own words for what often happens are no sentences. */
function describeFailure(error: Error): string {
  const { code, path, port } = error as Error & { code?: string; path?: string; port?: number };
  if (code === "ENOENT") return `${path} does not exist`;
  if (code === "EADDRINUSE") return `port ${port} is taken; try --port 0, which takes a free one`;
  return error.message;
}

const EXPECTED = [UsageError, FileError, MissingPeerError];

/** Files that cannot be read and ports that cannot be had are Node's errors, and say what was asked for. */
function isExpected(error: unknown): error is Error {
  if (isUserpushError(error) || EXPECTED.some((kind) => error instanceof kind)) return true;
  return error instanceof Error && "syscall" in error && "code" in error;
}

async function readVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  return version;
}
