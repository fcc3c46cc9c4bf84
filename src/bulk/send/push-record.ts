import { backoffMs } from "../../client/backoff.ts";
import type { UserpushError } from "../../client/errors.ts";
import type { PersonRecord } from "../map/mapped.ts";
import type { Reason } from "../reason.ts";
import { type AttemptOptions, createAttempt } from "./attempt-once.ts";
import { isDoubtful } from "./error-kind.ts";
import { type FailedFate, fateOf, reasonsOf } from "./judge-failure.ts";
import { pause } from "./pause.ts";

/** A record on its way, and whom it is of. */
export interface RecordToPush {
  readonly key: string;
  readonly record: PersonRecord;
}

/** What became of one record. */
export interface PushOutcome {
  readonly fate: "pushed" | FailedFate;
  /** What the API calls the person. */
  readonly reference?: string | undefined;
  /** HTTP status of the last answer. */
  readonly status?: number | undefined;
  /** Requests that were sent, or tried. */
  readonly attempts: number;
  readonly reasons: readonly Reason[];
}

export interface PushRecordOptions extends AttemptOptions {
  /** A number from 0 up to 1. */
  readonly random: () => number;
  /** Attempts after the first; those that a 429 turned away do not count. Default 5. */
  readonly maxRetries?: number | undefined;
  /** Waited for once for each record, after its turn has come and before anything of it is sent. */
  readonly beforeSending?: ((key: string) => Promise<void>) | undefined;
}

/** A record after its attempts so far. */
interface Course {
  attempts: number;
  /** Attempts that count: all but those that a 429 turned away. */
  tries: number;
  /** Whether one of them may have arrived. */
  isDoubtful: boolean;
  error: UserpushError | undefined;
}

const DEFAULT_MAX_RETRIES = 5;

/**
 * Makes the step that takes one record the whole way to the API, in as many attempts as it needs. It never throws what an
 * API or a network can do; what `beforeSending` throws is passed on, and then nothing was sent.
 */
export function createRecordPusher(options: PushRecordOptions): (push: RecordToPush) => Promise<PushOutcome> {
  const { target, limiter, stopRule, clock, random, maxRetries = DEFAULT_MAX_RETRIES } = options;
  const { halted } = stopRule;
  const attemptOnce = createAttempt(options);

  async function pushRecord({ key, record }: RecordToPush): Promise<PushOutcome> {
    const course: Course = { attempts: 0, tries: 0, isDoubtful: false, error: undefined };
    for (;;) {
      const mayGo = limiter.acquire(halted);
      if (mayGo !== true && !(await mayGo)) return leave(course);
      if (options.beforeSending && course.attempts === 0) await prepare(key, options.beforeSending);
      const result = await attemptOnce(record);
      if (result.ok) {
        stopRule.ended(record, undefined);
        const reference = target.referenceOf(result.data);
        const attempts = course.attempts + 1;
        return { fate: "pushed", reference, status: result.status, attempts, reasons: [] };
      }
      remember(course, result.error);
      if (!result.error.retryable || course.tries > maxRetries) {
        stopRule.ended(record, result.error);
        return leave(course);
      }
      await holdBack(course);
    }
  }
  /** Who was turned away by a 429 waits with all others, until one of them is taken again. */
  async function holdBack({ tries, error }: Course): Promise<void> {
    if (error?.code === "rate_limit") return;
    await pause({ clock, delayMs: backoffMs(tries, random), signal: halted });
  }
  /** The turn that a record was given must be reported, or all others wait for what becomes of it. */
  async function prepare(key: string, beforeSending: (key: string) => Promise<void>): Promise<void> {
    const sentAt = clock.now();
    try {
      await beforeSending(key);
    } catch (error) {
      limiter.report({ sign: "none", sentAt, answeredAt: clock.now() });
      throw error;
    }
  }
  return pushRecord;
}

function remember(course: Course, error: UserpushError): void {
  course.attempts += error.attempts;
  if (error.code !== "rate_limit") course.tries += 1;
  course.isDoubtful ||= isDoubtful(error);
  course.error = error;
}

/** Nothing more is tried for a record, because its last attempt decided, or the run is to end. */
function leave({ attempts, isDoubtful: wasDoubtful, error }: Course): PushOutcome {
  if (!error) return { fate: "notAttempted", attempts, reasons: [] };
  return { fate: fateOf(error, wasDoubtful), status: error.status, attempts, reasons: reasonsOf(error) };
}
