import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import type { StateOptions } from "../../../src/bulk/state/state-options.ts";

const CHILD = fileURLToPath(new URL("child.ts", import.meta.url));

/** What the runs of `child.ts` are about. */
export const INPUT = "a digest";

/** A run in a process of its own, which has printed its first line. */
export interface Child {
  readonly pid: number | undefined;
  /** What it has printed so far. */
  readonly lines: readonly string[];
  /** What it has printed on standard error. */
  readonly errors: () => string;
  /** SIGKILL, and everything it had printed before has arrived. */
  readonly kill: () => Promise<void>;
}

/** Starts `child.ts`: `hold` takes the lock and waits, `write` pushes people until it is killed. */
export async function startChild(
  { file, destination }: StateOptions,
  command: "hold" | "write",
): Promise<Child> {
  const child = spawn(process.execPath, [CHILD, file, destination, command]);
  onTestFinished(() => void child.kill("SIGKILL"));
  let errors = "";
  child.stderr.on("data", (text) => {
    errors += text;
  });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on("line", (line) => lines.push(line));
  await Promise.race([once(reader, "line"), once(reader, "close")]);
  return { pid: child.pid, lines, errors: () => errors, kill: () => kill(child) };
}

async function kill(child: ChildProcess): Promise<void> {
  const closed = once(child, "close");
  child.kill("SIGKILL");
  await closed;
}
