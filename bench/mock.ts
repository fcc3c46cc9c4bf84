import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { median } from "./median.ts";
import { measureRate, postTo } from "./mock-rate.ts";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const PORT = "4711";
const ROUNDS = 3;
const SERVERS = {
  "userpush mock": ["dist/cli/bin.js", "mock", "opscom", "--port", PORT],
  "prism mock": ["node_modules/.bin/prism", "mock", "-p", PORT, "openapi/opscom.yaml"],
};

export interface MockFigures {
  readonly name: string;
  /** Milliseconds from the start of the process to the first answer. */
  readonly startMs: number;
  readonly perSecond: number;
}

/** How long a mock of OPS-COM takes until it answers, and how many pushes it answers then. */
export async function measureMocks(): Promise<MockFigures[]> {
  const runs: MockFigures[] = [];
  // One after the other, in turns: they share the processors, and the first one finds the disk cold.
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, program] of Object.entries(SERVERS)) runs.push(await measureServer(name, program));
    runs.push(await measureFetch());
  }
  return [...Map.groupBy(runs, ({ name }) => name)].map(([name, some]) => ({
    name,
    startMs: median(some.map(({ startMs }) => startMs)),
    perSecond: median(some.map(({ perSecond }) => perSecond)),
  }));
}

async function measureServer(name: string, program: readonly string[]): Promise<MockFigures> {
  const startedAt = performance.now();
  const server = spawn(process.execPath, program, { cwd: ROOT, stdio: "ignore" });
  try {
    const post = postTo(globalThis.fetch, `http://127.0.0.1:${PORT}`);
    while (!(await post().catch(() => false))) await wait(5);
    const startMs = performance.now() - startedAt;
    return { name, startMs, perSecond: await measureRate(post) };
  } finally {
    server.kill("SIGKILL");
    await once(server, "exit");
  }
}

/** In a process of its own: what is loaded here already would start at once. */
async function measureFetch(): Promise<MockFigures> {
  const program = fileURLToPath(new URL("mock-fetch.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [program]);
  return { name: "createContractFetch", ...(JSON.parse(stdout) as Omit<MockFigures, "name">) };
}
