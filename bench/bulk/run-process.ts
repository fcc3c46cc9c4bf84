import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export interface ProcessCost {
  readonly code: number | null;
  /** Microseconds of CPU, start included. */
  readonly cpuUs: number;
  readonly wallMs: number;
  /** The most memory that it ever held. */
  readonly maxRssMb: number;
  readonly output: string;
}

const REPORT = fileURLToPath(new URL("report-cost.mjs", import.meta.url));

/** Runs a Node program to its end and tells what it cost. */
export function runProcess(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ProcessCost> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ["--import", REPORT, ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  let output = "";
  let cost = { cpuUs: Number.NaN, maxRssKb: Number.NaN };
  child.stdout?.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.on("message", (message) => {
    cost = message as typeof cost;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      const wallMs = performance.now() - startedAt;
      resolve({ code, wallMs, cpuUs: cost.cpuUs, maxRssMb: cost.maxRssKb / 1024, output });
    });
  });
}
