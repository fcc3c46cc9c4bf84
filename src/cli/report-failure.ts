import { isUserpushError, type UserpushError } from "../client/errors.ts";
import { describeCrash } from "./describe-crash.ts";
import type { ExitCode } from "./exit-codes.ts";
import type { Io } from "./io.ts";

/** Errors that say all there is to say, by their names: a command is loaded when it is asked for, and its errors with it. */
const EXPECTED: Readonly<Record<string, ExitCode>> = {
  UsageError: 2,
  FileError: 2,
  OutputError: 2,
  MappingError: 2,
  MissingPeerError: 2,
  StateError: 2,
  StateLockedError: 6,
};

/** A call that a command cannot do without, by what became of it: as a push ends that fares so with everybody. */
const OF_A_CALL: Readonly<Record<UserpushError["code"], ExitCode>> = {
  validation: 2,
  configuration: 4,
  authentication: 4,
  rejected: 4,
  redirect: 4,
  parse: 4,
  rate_limit: 5,
  server: 5,
  network: 5,
  timeout: 5,
  deadline: 5,
  aborted: 5,
};

/** Says why a command could not go on, and returns the exit code for it: one line, or, for a bug, where it is. */
export function reportFailure(error: unknown, io: Pick<Io, "say" | "environment">): ExitCode {
  const exitCode = expectedExitCode(error);
  if (exitCode !== undefined) {
    io.say(`userpush: ${describeFailure(error as Error)}`);
    return exitCode;
  }
  return reportBug(error, io);
}

/** Says where a bug is, and nothing of what it was about. */
export function reportBug(error: unknown, io: Pick<Io, "say" | "environment">): ExitCode {
  const showMessages = io.environment["USERPUSH_DEBUG"] === "1";
  io.say("userpush: this is a bug of userpush. Please report it with the lines below.");
  io.say(describeCrash(error, showMessages));
  if (!showMessages)
    io.say("What the error says is left out, as it may hold personal data; USERPUSH_DEBUG=1 shows it.");
  return 70;
}

/** Files that cannot be read and ports that cannot be had are Node's errors, and say what was asked for. */
function expectedExitCode(error: unknown): ExitCode | undefined {
  if (!(error instanceof Error)) return undefined;
  if (isUserpushError(error)) return exitCodeOfCall(error);
  return EXPECTED[error.name] ?? ("syscall" in error && "code" in error ? 2 : undefined);
}

/** A setting that the client refuses is told without asking anybody; one that the API refuses, by its answer. */
function exitCodeOfCall({ code, status }: UserpushError): ExitCode {
  return code === "configuration" && status === undefined ? 2 : OF_A_CALL[code];
}

/** Node's own words for what often happens are no sentences. */
function describeFailure(error: Error): string {
  const { code, path, port } = error as Error & { code?: string; path?: string; port?: number };
  if (code === "ENOENT") return `${path} does not exist`;
  if (code === "EACCES" && path) return `${path} may not be read or written by you`;
  if (code === "EISDIR") return `${path ?? "it"} is a folder`;
  if (code === "EADDRINUSE") return `port ${port} is taken; try --port 0, which takes a free one`;
  if (code === "EADDRNOTAVAIL")
    return "this machine has no such address as --host names; leave it out, or name 127.0.0.1";
  return error.message;
}
