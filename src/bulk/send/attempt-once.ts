import type { Result } from "../../client/create-operation.ts";
import type { Clock } from "../../client/settings.ts";
import type { PersonRecord } from "../map/mapped.ts";
import type { Target } from "../target/target.ts";
import type { Limiter } from "./rate/limiter.ts";
import { type Attempted, signOf } from "./rate/sign.ts";
import type { StopRule } from "./stop-rule.ts";

export interface AttemptOptions {
  /** Its client must not repeat by itself: attempts are made here, where everybody learns of them. */
  readonly target: Pick<Target, "push" | "referenceOf">;
  readonly limiter: Limiter;
  readonly stopRule: StopRule;
  /** Who learns of each attempt beside the limiter: the concurrency, the rate meter. */
  readonly watchers: readonly AttemptWatcher[];
  readonly clock: Clock;
}

/** Told of every attempt: when it begins, and what came of it. */
export interface AttemptWatcher {
  readonly begin?: () => void;
  readonly report: (attempted: Attempted) => void;
}

/** Makes the step that sends a record once, when its turn has come, and tells everybody who learns from it. */
export function createAttempt(options: AttemptOptions): (record: PersonRecord) => Promise<Result<object>> {
  const { target, limiter, stopRule, watchers, clock } = options;

  return async function attemptOnce(record) {
    const sentAt = clock.now();
    for (const watcher of watchers) watcher.begin?.();
    const result = await target.push(record);
    const answeredAt = clock.now();
    const error = result.ok ? undefined : result.error;
    const attempted = { sign: signOf(result), sentAt, answeredAt, retryAfterMs: error?.retryAfterMs };
    for (const watcher of watchers) watcher.report(attempted);
    stopRule.attempted({ at: answeredAt, error, record });
    limiter.report(attempted);
    return result;
  };
}
