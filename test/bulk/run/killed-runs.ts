import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Totals } from "../../../src/bulk/record/totals.ts";
import { readState } from "../../../src/bulk/state/read-state.ts";
import { type Deed, startRecordingServer } from "../../support/recording-server.ts";
import { runUserpush, startUserpush } from "../../support/userpush-process.ts";
import { missingOf } from "../state/scratch.ts";

export interface KilledRunsOptions {
  readonly api: "opscom" | "activeplatform";
  readonly people: number;
  readonly kills: number;
}

export interface KilledRuns {
  /** How often each person was written at the API. */
  readonly written: ReadonlyMap<string, number>;
  /** People who were on disk when a run was killed, and were sent again all the same. */
  readonly sentAgain: readonly string[];
  /** Keys that the last run names as uncertain. */
  readonly uncertain: readonly string[];
  readonly totals: Totals;
  readonly code: number | null;
}

/** A number from 0 up to 1, the same in each run: what fails can be looked at again. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const APIS = {
  opscom: {
    header: "unique_id,login_source,first_name",
    row: (index: number) => `p${index},OPSCOM,Ann`,
    key: "unique_id",
    destination: (url: string) => `opscom ${url} OC_TOMA`,
    success: () => ({ status: "success", reference_id: 44 }),
    env: { OPSCOM_TENANT: "OC_TOMA", OPSCOM_API_TOKEN: "token" },
  },
  activeplatform: {
    header: "first_name,last_name,password,email",
    row: (index: number) => `Ann,Example,pass-word,p${index}@example.com`,
    key: "email",
    destination: (url: string) => `activeplatform ${url}`,
    success: (body: object) => ({
      id: 7,
      status: "active",
      created_at: "2016-10-07T14:15:47.746+03:00",
      updated_at: "2016-10-07T14:15:47.746+03:00",
      ...body,
    }),
    env: { ACTIVEPLATFORM_API_TOKEN: "token" },
  },
} as const;

/** Slow, and now and then unavailable, cut off before it did anything, or cut off after it did everything. */
function createDecide(random: () => number) {
  return (): { deed: Deed; delayMs: number } => {
    const luck = random();
    const delayMs = 2 + random() * 8;
    if (luck < 0.01) return { deed: { status: 503 }, delayMs };
    if (luck < 0.015) return { deed: "loseBefore", delayMs };
    return { deed: luck < 0.02 ? "loseAfter" : "answer", delayMs };
  };
}

/** Starts a run, kills it at a random moment, and again, and lets the last one come to its end. */
export async function killRuns({ api, people, kills }: KilledRunsOptions): Promise<KilledRuns> {
  const { header, row, key, destination, success, env } = APIS[api];
  const random = createRandom(kills);
  const folder = await mkdtemp(join(tmpdir(), "killed-"));
  const server = await startRecordingServer({ key, success, decide: createDecide(random) });
  const rows = Array.from({ length: people }, (_, index) => row(index));
  await writeFile(join(folder, "roster.csv"), [header, ...rows].join("\n"));
  const args = [
    "push",
    "roster.csv",
    "--api",
    api,
    "--base-url",
    server.url,
    "--first-run",
    "--concurrency",
    "8",
  ];
  const known = new Map<string, number>();

  for (let kill = 0; kill < kills; kill += 1) {
    const before = server.requests();
    const run = startUserpush(args, { cwd: folder, env });
    const ended = { value: false };
    void run.ended.then(() => {
      ended.value = true;
    });
    // The first of its requests tells that it is past its plan; a share of the runs is killed before that.
    const early = random() < 0.1;
    while (!early && server.requests() === before && !ended.value) await wait(2);
    await wait(random() * (early ? 400 : (people * 1.2) / kills));
    run.kill("SIGKILL");
    await run.ended;
    for (const one of await onDisk(folder, destination(server.url)))
      known.set(one, server.written.get(one) ?? 0);
  }
  const last = await runUserpush([...args, "--json"], { cwd: folder, env });
  const sentAgain = [...known]
    .filter(([one, times]) => (server.written.get(one) ?? 0) > times)
    .map(([one]) => one);
  const events = last.stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const { totals } = events.at(-1) as { totals: Totals };
  const uncertain = events
    .filter(({ type, fate }) => type === "row" && fate === "uncertain")
    .map((event) => event.key as string);
  await rm(folder, { recursive: true });
  server.close();
  return { written: server.written, sentAgain, uncertain, totals, code: last.code };
}

/** The people whom the state holds as pushed, by what tells them apart at the server. */
async function onDisk(folder: string, destination: string): Promise<string[]> {
  const state = readState({ file: join(folder, ".userpush/state.sqlite"), destination });
  const people = await missingOf(state, "roster.csv");
  state.close();
  return people.filter(({ uncertain }) => !uncertain).map(({ key }) => key.split("/", 1)[0] as string);
}
