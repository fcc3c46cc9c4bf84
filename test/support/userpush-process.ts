import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";

const BIN = new URL("../../src/cli/bin.ts", import.meta.url).pathname;

export interface UserpushProcess {
  /** Sends a signal, as a person or a system would. */
  readonly kill: (signal: NodeJS.Signals) => void;
  readonly pid: number;
  /** Everything that it said, once it is gone. */
  readonly ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

export interface StartOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What comes in on standard input. */
  readonly input?: string;
  /** No file may grow beyond it, in KiB; not on Windows. Default: files may grow. */
  readonly maxFileKib?: number;
  /** What a shell does with its standard output, as in `> /dev/full` and `| head -1`; not on Windows. */
  readonly redirect?: string;
}

/** Bash counts in KiB, where other shells do not. */
function limited(command: readonly string[], kib: number | undefined): readonly string[] {
  return kib === undefined ? command : ["bash", "-c", `ulimit -f ${kib}; exec "$@"`, "bash", ...command];
}

function redirected(command: readonly string[], redirect: string | undefined): readonly string[] {
  const script = `"$@" ${redirect}; exit "\${PIPESTATUS[0]}"`;
  return redirect === undefined ? command : ["bash", "--norc", "-c", script, "bash", ...command];
}

/** Runs `userpush` as a shell would, with no more of an environment than it is given. */
export function startUserpush(args: readonly string[], options: StartOptions): UserpushProcess {
  const { cwd, env, input, maxFileKib, redirect } = options;
  const [program = "", ...rest] = redirected(limited([process.execPath, BIN, ...args], maxFileKib), redirect);
  const child = spawn(program, rest, {
    cwd,
    env: { PATH: process.env["PATH"], ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  // Whoever was killed does not read.
  child.stdin.on("error", () => undefined);
  child.stdin.end(input ?? "");
  async function end() {
    const [stdout, stderr, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, "close") as Promise<[number | null]>,
    ]);
    return { code, stdout, stderr };
  }
  return { kill: (signal) => void child.kill(signal), pid: child.pid ?? 0, ended: end() };
}

/** The same, to its end. */
export function runUserpush(args: readonly string[], options: StartOptions): UserpushProcess["ended"] {
  return startUserpush(args, options).ended;
}
