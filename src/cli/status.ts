import { listDestinations } from "../bulk/state/list-destinations.ts";
import { readState } from "../bulk/state/read-state.ts";
import { killedBefore } from "../bulk/state/sqlite/lock.ts";
import type { State } from "../bulk/state/state.ts";
import type { STATUS } from "./commands/status.ts";
import { describeRun, type ToldRun } from "./describe-run.ts";
import type { ExitCode } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import { countOf, showCount } from "./render/counts.ts";
import { showText } from "./render/show-text.ts";
import type { Settings } from "./settings/resolve-settings.ts";

/** Earlier runs are there to be compared with the last one; more of them are history. */
const MAX_RUNS = 10;

/** What a state knows of one destination. */
interface DestinationStatus {
  readonly destination: string;
  readonly keyLost: boolean;
  readonly people: number;
  /** How many may have been created without anybody knowing, and the first of them by key. */
  readonly uncertain: { readonly count: number; readonly keys: readonly string[] };
  /** The latest first. */
  readonly runs: readonly ToldRun[];
}

/** Tells of earlier runs, one destination after the other. */
export async function status({ state: file, json }: Settings<typeof STATUS>, io: Io): Promise<ExitCode> {
  const destinations = listDestinations(file).map((one) => readDestination(file, one, io.maxListed));
  if (json) io.print(JSON.stringify({ version: 1, state: file, destinations }, undefined, 2));
  else if (destinations.length > 0) io.print(destinations.map(render).join("\n\n"));
  else io.print(`There is nothing at ${file} yet; the first push makes it.`);
  return 0;
}

function readDestination(file: string, destination: string, maxListed: number): DestinationStatus {
  const state = readState({ file, destination });
  try {
    return {
      destination,
      keyLost: state.condition === "keyLost",
      people: state.people(),
      uncertain: readUncertain(state, maxListed),
      runs: readRuns(file, state),
    };
  } finally {
    state.close();
  }
}

/** The lock is looked at first: a run that begins after that is told to go on. */
function readRuns(file: string, state: State): readonly ToldRun[] {
  const before = killedBefore(file);
  return state
    .runs(MAX_RUNS)
    .map((run) => (run.finishedAt === undefined ? { ...run, running: run.startedAt >= before } : run));
}

function readUncertain(state: State, maxListed: number): DestinationStatus["uncertain"] {
  const keys: string[] = [];
  let count = 0;
  for (const { key } of state.uncertain()) {
    count += 1;
    if (keys.length < maxListed) keys.push(key);
  }
  return { count, keys };
}

function render({ destination, keyLost, people, uncertain, runs }: DestinationStatus): string {
  const more = uncertain.count - uncertain.keys.length;
  return [
    destination,
    `  ${countOf(people, "person", "people")} known`,
    ...(keyLost
      ? ["  The key of the state is lost or another one: whoever is pushed next counts as new."]
      : []),
    ...(uncertain.count > 0
      ? [`  ${showCount(uncertain.count)} may have been created, and nobody knows:`]
      : []),
    ...uncertain.keys.map((key) => `    ${showText(key)}`),
    ...(more > 0 ? [`    and ${showCount(more)} more`] : []),
    ...runs.map((run) => `  ${describeRun(run)}`),
  ].join("\n");
}
