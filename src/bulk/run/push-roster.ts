import type { Clock } from "../../client/settings.ts";
import type { Brake, Plan } from "../plan/plan.ts";
import type { Planned, PlanOptions } from "../plan/plan-roster.ts";
import { NO_ROWS } from "../record/totals.ts";
import type { FinishedEvent, Stop } from "../run-event.ts";
import type { RunningState } from "../state/state.ts";
import { brokenOff } from "./broken-off.ts";
import type { Outputs } from "./outputs.ts";
import { planWatched } from "./plan-watched.ts";
import { type Pushed, pushPlanned } from "./push-planned.ts";

export interface PushOptions extends Omit<PlanOptions, "onProgress"> {
  readonly state: RunningState;
  readonly outputs: Outputs;
  /** Asked where nothing but the first-run brake holds; true lets the run begin. Default: nobody is asked. */
  readonly confirmFirstRun?: ((brake: Brake) => Promise<boolean>) | undefined;
  /** Pushes in flight at a time, 1 to 64. Default: 4, rising to 16 by itself. */
  readonly concurrency?: number | undefined;
  /** Requests per second, 0.01 to 100,000. Default: as many as the API takes, which is found out. */
  readonly ratePerSecond?: number | undefined;
  /** Of time that passes. */
  readonly clock: Clock;
  readonly random: () => number;
}

const NOTHING_PUSHED: Pushed = {
  totals: NO_ROWS,
  skipped: {},
  stop: { reason: "interrupted", message: "the run was interrupted while it was planned" },
  failure: undefined,
};

/**
 * Pushes every person of a roster: plan, brake, send, record. Tells what happens as it happens, one `finished` last.
 * Throws what speaks against going on at all: a `FileError` while it plans; a `StateError`, and what `onSettling` throws, and
 * where it had begun it has told its `finished` by then.
 */
export async function pushRoster(options: PushOptions): Promise<FinishedEvent> {
  const { outputs, clock } = options;
  const startedAt = Date.now();
  const beganAt = clock.now();
  const planned = await planUnlessInterrupted(options);
  if (planned) outputs.onEvent({ type: "planned", ...planned.plan });
  const { totals, skipped, stop, failure } = planned
    ? await pushUnlessBraked(options, planned)
    : NOTHING_PUSHED;
  const event: FinishedEvent = {
    type: "finished",
    totals,
    skipped,
    missing: planned?.plan.missing ?? 0,
    startedAt,
    durationMs: clock.now() - beganAt,
    ...(stop ? { stop } : {}),
  };
  outputs.onEvent(event);
  if (failure) throw failure.error;
  return event;
}

async function planUnlessInterrupted(options: PushOptions): Promise<Planned | undefined> {
  const { outputs, signal } = options;
  try {
    return await planWatched({ ...options, onProgress: outputs.onEvent });
  } catch (error) {
    if (signal?.aborted && error === signal.reason) return undefined;
    throw error;
  }
}

async function pushUnlessBraked(options: PushOptions, planned: Planned): Promise<Pushed> {
  const { state, source, outputs } = options;
  const braked = await findBrake(planned.plan, options);
  if (braked) return throwFailure(await pushPlanned({ ...options, ...planned, braked }));
  const run = state.beginRun({ source, allowed: planned.plan.counts, input: planned.survey.input });
  outputs.onBegin(run);
  const pushed = await pushPlanned({ ...options, ...planned, braked: undefined });
  return finishRun(run, pushed, state);
}

/** A run that has not begun tells of no end but a whole one. */
function throwFailure(pushed: Pushed): Pushed {
  if (pushed.failure) throw pushed.failure.error;
  return pushed;
}

/** What the state cannot be told is a failure like others; the first one says more than those that come of it. */
function finishRun(run: number, pushed: Pushed, state: RunningState): Pushed {
  const { totals, stop } = pushed;
  try {
    state.finishRun(run, { totals: { ...totals }, ...(stop ? { stop: stop.reason } : {}) });
    return pushed;
  } catch (error) {
    return pushed.failure ? pushed : { ...pushed, stop: brokenOff(error), failure: { error } };
  }
}

/** A brake holds, unless it is the first run's alone and somebody says yes. */
async function findBrake({ brakes }: Plan, { confirmFirstRun }: PushOptions): Promise<Stop | undefined> {
  const [brake, ...others] = brakes;
  if (!brake) return undefined;
  if (brake.name === "first-run" && others.length === 0 && (await confirmFirstRun?.(brake))) return undefined;
  return { reason: "braked", message: brakes.map(({ message }) => message).join("; ") };
}
