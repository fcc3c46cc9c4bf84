import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median } from "../median.ts";
import { type ProcessCost, runProcess } from "./run-process.ts";
import { startServer } from "./start-server.ts";
import { writeRoster } from "./write-roster.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const BIN = here("../../dist/cli/bin.js");
const ROUNDS = 3;
/** More of them, for they are short, and two processes on a few cores now help and now hinder each other. */
const SENDING_ROUNDS = 7;
const LARGE = 1_000_000;
const SMALL = 10_000;
const SENT = 30_000;
const SENT_SLOWLY = 10_000;

/** What `status --json` tells of a run. */
interface PastRun {
  readonly startedAt: number;
  readonly finishedAt: number;
}

/** What a command over a roster of so many rows costs. */
interface Cost {
  readonly rows: number;
  readonly cpuUsPerRow: number;
  readonly maxRssMb: number;
}

/** Rosters in a folder, and the command line over them. */
export async function measureBulk() {
  const folder = mkdtempSync(join(tmpdir(), "userpush-bulk-"));
  try {
    for (const rows of [SMALL, SENT_SLOWLY, SENT, LARGE]) await writeRoster(fileOf(folder, rows), rows);
    return {
      megabytes: statSync(fileOf(folder, LARGE)).size / 1e6,
      start: (await runProcess([BIN, "--version"])).cpuUs / 1e6,
      parser: await costOf(LARGE, () => runProcess([here("bare-parser.ts"), fileOf(folder, LARGE)])),
      plan: await overRows((rows) => plan(folder, rows)),
      ...(await measurePush(folder)),
      sending: await measureSending(folder),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const fileOf = (folder: string, rows: number) => join(folder, `${rows}.csv`);
const NOWHERE = "http://127.0.0.1:9";

async function overRows(run: (rows: number) => Promise<ProcessCost>) {
  return { small: await overFewRows(run), large: await costOf(LARGE, () => run(LARGE)) };
}

async function overFewRows(run: (rows: number) => Promise<ProcessCost>) {
  const small: Cost[] = [];
  for (let round = 0; round < ROUNDS; round += 1) small.push(await costOf(SMALL, () => run(SMALL)));
  return { rows: SMALL, cpuUsPerRow: median(small.map(({ cpuUsPerRow }) => cpuUsPerRow)) };
}

async function costOf(rows: number, run: () => Promise<ProcessCost>): Promise<Cost> {
  const { cpuUs, maxRssMb, code, output } = await run();
  if (code !== 0 && code !== 3) throw new Error(`it ended with ${code}: ${output.slice(-500)}`);
  return { rows, cpuUsPerRow: cpuUs / rows, maxRssMb };
}

interface Run {
  readonly rows: number;
  readonly url: string;
  readonly state: string;
}

const newState = (folder: string) => join(folder, `state-${Math.random()}`, "state.sqlite");

function commandLine(folder: string, command: string, { rows, url, state }: Run, ...options: string[]) {
  const args = [BIN, command, fileOf(folder, rows), "--api", "opscom", "--base-url", url, "--state", state];
  const env = { OPSCOM_TENANT: "OC_TOMA", OPSCOM_API_TOKEN: "token" };
  return runProcess([...args, ...options], env);
}

const plan = (folder: string, rows: number) =>
  commandLine(folder, "plan", { rows, url: NOWHERE, state: newState(folder) }, "--json");

const push = (folder: string, run: Run) =>
  commandLine(folder, "push", run, "--first-run", "--concurrency", "32");

/** A first run, and over many people the one of the next night, when all of them are known. */
async function measurePush(folder: string) {
  const { url, stop } = await startServer(0);
  const state = newState(folder);
  const small = await overFewRows(() => push(folder, { rows: SMALL, url, state: newState(folder) }));
  const large = await costOf(LARGE, () => push(folder, { rows: LARGE, url, state }));
  const again = await costOf(LARGE, () => push(folder, { rows: LARGE, url, state }));
  stop();
  return { push: { small, large }, again };
}

/** Pushes per second while a run sends, beside raw undici with the same bodies and as many in flight. */
async function measureSending(folder: string) {
  const rounds: { raw: number; ours: number; ratio: number }[] = [];
  for (let round = 0; round < SENDING_ROUNDS; round += 1) {
    const raw = await rawRate(folder, SENT);
    const ours = await pushRate(folder, SENT, 0);
    rounds.push({ raw, ours, ratio: ours / raw });
  }
  const middle = (name: "raw" | "ours" | "ratio") => median(rounds.map((round) => round[name]));
  const ratios = rounds.map(({ ratio }) => ratio);
  const slow = await pushRate(folder, SENT_SLOWLY, 50);
  return {
    rawPerSecond: middle("raw"),
    perSecond: middle("ours"),
    ratio: middle("ratio"),
    lowestRatio: Math.min(...ratios),
    highestRatio: Math.max(...ratios),
    slowPerSecond: slow,
  };
}

async function rawRate(folder: string, rows: number): Promise<number> {
  const server = await startServer(0);
  const { output } = await runProcess([here("raw-undici.ts"), server.url, fileOf(folder, rows), "32"]);
  server.stop();
  return rows / (Number(output) / 1000);
}

/** From the end of its plan to the end of the run, as the state remembers both. */
async function pushRate(folder: string, rows: number, delayMs: number): Promise<number> {
  const server = await startServer(delayMs);
  const state = newState(folder);
  const cost = await push(folder, { rows, url: server.url, state });
  server.stop();
  if (cost.code !== 0) throw new Error(`it ended with ${cost.code}: ${cost.output.slice(-500)}`);
  const { output } = await runProcess([BIN, "status", "--state", state, "--json"]);
  const [{ runs }] = JSON.parse(output).destinations as [{ runs: [PastRun] }];
  return rows / ((runs[0].finishedAt - runs[0].startedAt) / 1_000);
}
