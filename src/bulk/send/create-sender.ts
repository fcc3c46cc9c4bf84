import type { Clock } from "../../client/settings.ts";
import type { SendingProgress, Stop } from "../run-event.ts";
import type { Target } from "../target/target.ts";
import { createRecordPusher, type PushOutcome, type RecordToPush } from "./push-record.ts";
import { type Concurrency, createConcurrency } from "./rate/concurrency.ts";
import { createLimiter } from "./rate/limiter.ts";
import { createRateController } from "./rate/rate-controller.ts";
import { createRateMeter } from "./rate-meter.ts";
import { createStopRule } from "./stop-rule.ts";

export interface SenderOptions {
  readonly target: Pick<Target, "push" | "referenceOf" | "facts">;
  /** Of time that passes; one that can be set by people or by the network would stop, or hurry, a run. */
  readonly clock: Clock;
  /** A number from 0 up to 1. */
  readonly random: () => number;
  /** Records on their way at a time, 1 to 64. Default: 4, rising to 16 by itself. */
  readonly concurrency?: number | undefined;
  /** Requests per second. Default: as many as the API takes, which is found out. */
  readonly ratePerSecond?: number | undefined;
  /** Attempts after the first, but for those that a 429 turned away. Default 5. */
  readonly maxRetries?: number | undefined;
  /** Waited for once for each record, after its turn has come and before anything of it is sent. */
  readonly beforeSending?: ((key: string) => Promise<void>) | undefined;
  /** Ends the run: what is in flight is finished, nothing new is begun. */
  readonly signal?: AbortSignal | undefined;
  /** Whether earlier runs pushed somebody to this target. Default false. */
  readonly hasPushedBefore?: boolean | undefined;
}

/** Sends the records of one run, and knows when to go slower and when to go no further. */
export interface Sender {
  /** Never throws what an API or a network can do. Once the run is to end, it answers at once: not attempted. */
  readonly push: (push: RecordToPush) => Promise<PushOutcome>;
  readonly concurrency: Concurrency["limit"];
  /** Ends the run: what is in flight is finished, nothing new is begun. */
  readonly stopFor: (stop: Stop) => void;
  /** Why the run ends before its last record, where it does. */
  readonly stop: () => Stop | undefined;
  /** Aborted as soon as there is a reason to stop. */
  readonly halted: AbortSignal;
  readonly progress: () => SendingProgress;
}

/** Puts the parts of sending together for one run. */
export function createSender(options: SenderOptions): Sender {
  const { target, clock, ratePerSecond, signal, hasPushedBefore } = options;
  const concurrency = createConcurrency({ fixed: options.concurrency });
  const limiter = createLimiter({ clock, controller: createRateController({ ratePerSecond }) });
  const meter = createRateMeter();
  const stopRule = createStopRule({ signal, faults: target.facts.faults, hasPushedBefore });
  const push = createRecordPusher({ ...options, limiter, stopRule, watchers: [concurrency, meter] });

  function progress(): SendingProgress {
    const waitingMs = limiter.waitingMs();
    return {
      perSecond: meter.perSecond(clock.now()),
      inFlight: meter.inFlight(),
      rateLimit: limiter.rate(),
      waitingMs,
      waitAsked: waitingMs === undefined ? undefined : limiter.isWaitAsked(),
      throttled: meter.throttled(),
    };
  }
  const { stop, stopFor, halted } = stopRule;
  return { push, concurrency: concurrency.limit, stopFor, stop, halted, progress };
}
