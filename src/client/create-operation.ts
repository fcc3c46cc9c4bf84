import { createCheck } from "../contract/check.ts";
import type { CallFacts } from "../contract/operation.ts";
import { createRequests, type RequestPlan } from "./build-request.ts";
import type { RepeatPolicy } from "./decide-retry.ts";
import { deliver } from "./deliver.ts";
import { isUserpushError, type UserpushError } from "./errors.ts";
import { createObserver } from "./observe.ts";
import { createReader, type Success } from "./read-answer.ts";
import { createRedaction } from "./redact.ts";
import { refuseInvalid } from "./refuse-invalid.ts";
import { sendOnce } from "./send-once.ts";
import { sensitiveValues } from "./sensitive-values.ts";
import { type CallOptions, type ClientSettings, resolveCallSettings } from "./settings.ts";

/** The outcome of a call that does not throw; narrowed by `ok`, and the error by its `code`. */
export type Result<Data> =
  | { readonly ok: true; readonly data: Data; readonly status: number }
  | { readonly ok: false; readonly error: UserpushError; readonly status: number | undefined };

/** What all operations of one client share. */
export interface ClientContext extends RequestPlan {
  readonly settings: ClientSettings;
  /** Token and headers: what must be in no message. */
  readonly secrets: readonly string[];
  /** What `didNothing` exports, where a call is not safe to repeat. Without it such a call is never repeated. */
  readonly didNothing?: RepeatPolicy["didNothing"];
}

/** A call that returns every failure and throws none. */
export type SafeOperation<Input, Data> = (input: Input, options?: CallOptions) => Promise<Result<Data>>;

/** Makes one call of a client from the facts of its operation. */
export function createOperation<Input extends object, Data>(
  facts: CallFacts,
  context: ClientContext,
): SafeOperation<Input, Data> {
  const { codec, secrets, didNothing } = context;
  const { id, method, record, repeatSafe } = facts;
  const { clock } = context.settings;
  const { url, build } = createRequests(facts, context);
  const check = createCheck(record);
  const observe = createObserver({ operation: id, method, url }, context.settings);
  const read = createReader<Data>(facts, codec, clock);

  return async function callSafely(input, options) {
    try {
      const settings = resolveCallSettings(options, context.settings);
      refuseInvalid(check, input, id, settings);
      // Callers reuse objects: after the first wait it may be another person's.
      const kept = { ...input };
      const request = build(kept);
      const redact = createRedaction(() => [...secrets, ...sensitiveValues(record, kept)]);
      if (codec.load) await codec.load();

      async function attempt(number: number, remainingMs: number): Promise<Success<Data>> {
        const sentAt = clock.now();
        observe("onRequest", { attempt: number });
        const answer = await sendOnce(request, settings, remainingMs, redact, (status) => {
          const durationMs = clock.now() - sentAt;
          const line = () => `HTTP ${status} in ${Math.round(durationMs)} ms`;
          observe("onResponse", { attempt: number, status, durationMs }, line);
        });
        return read(answer, redact);
      }
      return await deliver(attempt, id, { repeatSafe, didNothing }, settings, observe);
    } catch (error) {
      if (isUserpushError(error)) return { ok: false, error, status: error.status };
      throw error;
    }
  };
}
