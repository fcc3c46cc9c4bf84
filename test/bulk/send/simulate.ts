import type { Stop } from "../../../src/bulk/run-event.ts";
import { createSender, type SenderOptions } from "../../../src/bulk/send/create-sender.ts";
import { sendAll } from "../../../src/bulk/send/send-all.ts";
import type { Result } from "../../../src/client/create-operation.ts";
import { HttpError, NetworkError, TimeoutError, type UserpushError } from "../../../src/client/errors.ts";
import { createLeapingClock } from "./leaping-clock.ts";
import type { Admits } from "./simulated-limits.ts";

/** What a server does with a request that it does not take. */
export type Refusal =
  | { readonly status: 429 | 503; readonly retryAfterMs?: number }
  | { readonly hangsMs: number }
  | "noConnection";

export interface Simulation {
  readonly admits: Admits;
  readonly latencyMs: number;
  readonly refusal?: Refusal;
  /** How long the run goes on after the first refusal, or from the start where nothing is refused. */
  readonly forMs: number;
  readonly options?: Partial<SenderOptions>;
}

export interface Simulated {
  /** Since the first refusal. */
  readonly taken: number;
  readonly refused: number;
  readonly takenPerSecond: number;
  readonly refusedShare: number;
  /** Requests taken in a stretch of time, in milliseconds since the first refusal. */
  readonly perSecondIn: (fromMs: number, toMs: number) => number;
  readonly fates: Readonly<Record<string, number>>;
  readonly attempts: number;
  readonly stop: Stop | undefined;
  readonly lastedMs: number;
}

const facts = {} as SenderOptions["target"]["facts"];
const NOBODY_LISTENS = Object.assign(new Error("no"), { code: "ECONNREFUSED", syscall: "connect" });
const OK: Result<object> = { ok: true, data: {}, status: 200 };

/** A whole run of the sending layer against a simulated server, in virtual time. */
export async function simulate(simulation: Simulation): Promise<Simulated> {
  const { admits, latencyMs, refusal = { status: 429 }, forMs, options } = simulation;
  const clock = createLeapingClock();
  const taken: number[] = [];
  const refused: number[] = [];
  const jitter = createJitter();
  const beganAt = clock.now();
  const wait = (ms: number) => new Promise<void>((resolve) => void clock.startTimer(resolve, ms));

  async function push(): Promise<Result<object>> {
    const thereMs = Math.max(1, (latencyMs * (0.75 + jitter() / 2)) / 2);
    await wait(thereMs);
    const isTaken = admits(clock.now());
    (isTaken ? taken : refused).push(clock.now());
    if (!isTaken && typeof refusal === "object" && "hangsMs" in refusal) await wait(refusal.hangsMs);
    else await wait(thereMs);
    return isTaken ? OK : { ok: false, error: toError(refusal), status: undefined };
  }
  const sender = createSender({
    target: { push, referenceOf: () => "1", facts },
    clock,
    random: jitter,
    ...options,
  });
  async function* inputs() {
    for (;;) {
      if (sender.stop()) return;
      if (clock.now() > (refused[0] ?? beganAt) + forMs) return;
      yield [0, 1, 2, 3].map((key) => ({ key: String(key), record: {} }));
    }
  }
  const fates: Record<string, number> = {};
  let attempts = 0;
  async function run(): Promise<void> {
    for await (const outcomes of sendAll({
      inputs: inputs(),
      send: sender.push,
      concurrency: sender.concurrency,
    }))
      for (const outcome of outcomes) {
        fates[outcome.fate] = (fates[outcome.fate] ?? 0) + 1;
        attempts += outcome.attempts;
      }
  }
  await clock.finish(run());
  const first = refused[0] ?? beganAt;
  const within = (times: number[], fromMs: number, toMs: number) =>
    times.filter((at) => at >= first + fromMs && at < first + toMs).length;
  const takenAfter = within(taken, 0, forMs);
  const refusedAfter = within(refused, 0, forMs);
  return {
    taken: takenAfter,
    refused: refusedAfter,
    takenPerSecond: (takenAfter * 1_000) / forMs,
    refusedShare: refusedAfter / (takenAfter + refusedAfter),
    perSecondIn: (fromMs, toMs) => (within(taken, fromMs, toMs) * 1_000) / (toMs - fromMs),
    fates,
    attempts,
    stop: sender.stop(),
    lastedMs: clock.now() - beganAt,
  };
}

function toError(refusal: Refusal): UserpushError {
  const shared = { message: "no", attempts: 1, retryable: true };
  if (refusal === "noConnection") return new NetworkError({ ...shared, cause: NOBODY_LISTENS });
  if ("hangsMs" in refusal) return new TimeoutError({ ...shared, code: "timeout" });
  const { status, retryAfterMs } = refusal;
  return new HttpError({ ...shared, status, retryAfterMs, code: status === 429 ? "rate_limit" : "server" });
}

/** The same numbers each time, from 0 up to 1: a run that fails can be run again. */
function createJitter(): () => number {
  let seed = 42;
  return () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return seed / 2 ** 31;
  };
}
