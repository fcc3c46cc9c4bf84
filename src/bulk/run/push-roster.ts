import type { Clock } from "../../client/settings.ts";
import type { Brake, Plan } from "../plan/plan.ts";
import { type PlanOptions, planRoster } from "../plan/plan-roster.ts";
import { NO_ROWS } from "../record/totals.ts";
import type { FinishedEvent, Stop } from "../run-event.ts";
import type { RunningState } from "../state/state.ts";
import { FROZEN } from "./ledger.ts";
import type { Outputs } from "./outputs.ts";
import { pushPlanned } from "./push-planned.ts";
import { watchProgress } from "./watch-progress.ts";

export interface PushOptions extends Omit<PlanOptions, "onProgress"> {
  readonly state: RunningState;
  readonly outputs: Outputs;
  /** Asked where nothing but the first-run brake holds; true lets the run begin. Default: nobody is asked. */
  readonly confirmFirstRun?: ((brake: Brake) => Promise<boolean>) | undefined;
  /** Pushes in flight at a time, 1 to 64. Default: 4, rising to 16 by itself. */
  readonly concurrency?: number | undefined;
  /** Requests per second. Default: as many as the API takes, which is found out. */
  readonly ratePerSecond?: number | undefined;
  readonly clock: Clock;
  readonly random: () => number;
}

/**
 * Pushes every person of a roster: plan, brake, send, record. Tells what happens as it happens, one `finished` last,
 * whatever happens. Throws what speaks against beginning at all: a `FileError`, a `StateError`.
 */
export async function pushRoster(options: PushOptions): Promise<FinishedEvent> {
  const { state, source, outputs, clock } = options;
  const startedAt = clock.now();
  const end = (rest: Pick<FinishedEvent, "totals" | "skipped" | "missing"> & { stop?: Stop | undefined }) =>
    finish({ ...rest, startedAt, durationMs: clock.now() - startedAt }, outputs);

  const planned = await planWatched(options);
  if (!planned) return end({ totals: NO_ROWS, skipped: {}, missing: 0, stop: INTERRUPTED });
  const { plan } = planned;
  outputs.onEvent({ type: "planned", ...plan });
  const braked = await findStop(plan, options);
  const run = braked ? undefined : state.beginRun({ source, allowed: plan.counts });
  const { totals, stop } = await pushPlanned({ ...options, ...planned, braked });
  if (run !== undefined)
    state.finishRun(run, { totals: { ...totals }, ...(stop ? { stop: stop.reason } : {}) });
  return end({ totals, skipped: skippedReasons(plan), missing: plan.missing, stop });
}

const INTERRUPTED: Stop = { reason: "interrupted", message: "the run was interrupted while it was planned" };

/** Nothing where the caller ended it. */
async function planWatched(
  options: PushOptions,
): Promise<Awaited<ReturnType<typeof planRoster>> | undefined> {
  const { roster, outputs, clock, signal } = options;
  let rows = 0;
  const progress = watchProgress({
    clock,
    phase: "planning",
    roster,
    onEvent: outputs.onEvent,
    totals: () => ({ ...NO_ROWS, read: rows }),
  });
  try {
    return await planRoster({
      ...options,
      onProgress(read) {
        rows = read;
      },
    });
  } catch (error) {
    if (signal?.aborted && error === signal.reason) return undefined;
    throw error;
  } finally {
    progress.stop();
  }
}

/** A brake holds unless it is the first run's alone and somebody says yes. */
async function findStop({ brakes }: Plan, { confirmFirstRun }: PushOptions): Promise<Stop | undefined> {
  const [brake, ...others] = brakes;
  if (!brake) return undefined;
  if (brake.name === "first-run" && others.length === 0 && (await confirmFirstRun?.(brake))) return undefined;
  return { reason: "braked", message: brakes.map(({ message }) => message).join("; ") };
}

function skippedReasons({ skipped, counts }: Plan): Readonly<Record<string, number>> {
  return counts.frozen > 0 ? { ...skipped, [FROZEN]: counts.frozen } : skipped;
}

function finish(
  { stop, ...rest }: Omit<FinishedEvent, "type" | "stop"> & { stop?: Stop | undefined },
  { onEvent }: Outputs,
): FinishedEvent {
  const event: FinishedEvent = { type: "finished", ...rest, ...(stop ? { stop } : {}) };
  onEvent(event);
  return event;
}
