import { fork } from "node:child_process";
import { once } from "node:events";
import { type Contestant, createContestants } from "./contestants.ts";
import { median } from "./median.ts";

const IN_FLIGHT = 32;
const WARM_UP = 3_000;
const PUSHES = 5_000;
const ROUNDS = 7;

/** Microseconds of one push: of this process's CPU, and of the clock, with 32 in flight. */
export interface Cost {
  readonly name: string;
  readonly cpuUs: number;
  readonly wallUs: number;
}

/** Lets all contestants push to the same server in turn, round after round, and takes the median of each. */
export async function measureCostPerPush(): Promise<Cost[]> {
  const server = fork(new URL("loopback-server.ts", import.meta.url));
  const [port] = (await once(server, "message")) as [number];
  const contestants = await createContestants(`http://127.0.0.1:${port}`);
  for (const contestant of contestants) await pushMany(contestant, WARM_UP);
  const rounds: Cost[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const contestant of contestants) rounds.push(await measureRound(contestant));
  }
  server.kill();
  return contestants.map(({ name }) =>
    summarize(
      name,
      rounds.filter((round) => round.name === name),
    ),
  );
}

async function measureRound(contestant: Contestant): Promise<Cost> {
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  await pushMany(contestant, PUSHES);
  const { user, system } = process.cpuUsage(cpu);
  return {
    name: contestant.name,
    cpuUs: (user + system) / PUSHES,
    wallUs: ((performance.now() - startedAt) * 1000) / PUSHES,
  };
}

async function pushMany({ push }: Contestant, count: number): Promise<void> {
  let begun = 0;
  async function worker(): Promise<void> {
    while (begun < count) {
      begun += 1;
      await push();
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
}

function summarize(name: string, rounds: readonly Cost[]): Cost {
  return {
    name,
    cpuUs: median(rounds.map(({ cpuUs }) => cpuUs)),
    wallUs: median(rounds.map(({ wallUs }) => wallUs)),
  };
}
