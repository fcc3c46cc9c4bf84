import { createCancellation, Ended } from "./cancellation.ts";
import { decideRetry } from "./decide-retry.ts";
import type { Failure } from "./failure.ts";
import type { Observer } from "./observe.ts";
import { type Reader, readAnswer } from "./read-answer.ts";
import { sendOnce } from "./send-once.ts";
import type { CallSettings, ClientSettings } from "./settings.ts";
import type { TransportRequest } from "./transport.ts";

/** One call: the request, how to understand its answer, and how long to go on. */
export interface Delivery {
  readonly request: Omit<TransportRequest, "signal">;
  readonly reader: Reader;
  readonly repeatSafe: boolean;
  readonly call: CallSettings;
  readonly client: ClientSettings;
  readonly observer: Observer;
}

export type Delivered =
  | { readonly data: unknown; readonly status: number }
  | { readonly failure: Failure; readonly attempts: number };

/** Sends a request until it is answered for good: attempt, judge, wait, and again while it is allowed and can help. */
export async function deliver(delivery: Delivery): Promise<Delivered> {
  const { call, client, observer, repeatSafe } = delivery;
  if (call.signal?.aborted) return { failure: abortedBeforeSending(call.signal), attempts: 0 };
  const startedAt = client.clock.now();
  const remainingMs = () => call.deadlineMs - (client.clock.now() - startedAt);
  for (let attempts = 1; ; attempts += 1) {
    const outcome = await attemptOnce(delivery, attempts, remainingMs());
    if ("data" in outcome) return outcome;
    const { failure } = outcome;
    const question = {
      failure,
      attempts,
      maxRetries: call.maxRetries,
      timeoutMs: call.timeoutMs,
      repeatSafe,
      remainingMs: remainingMs(),
      random: client.random,
    };
    const delayMs = decideRetry(question);
    if (delayMs === undefined) return { failure, attempts };
    observer.retry(attempts, delayMs, failure.message);
    const interrupted = await pause(delayMs, delivery);
    if (interrupted) return { failure: { ...interrupted, unsent: failure.unsent }, attempts };
  }
}

async function attemptOnce(
  { request, reader, call, client, observer }: Delivery,
  attempt: number,
  remainingMs: number,
): Promise<{ data: unknown; status: number } | { failure: Failure }> {
  const limit =
    call.timeoutMs < remainingMs
      ? ({ afterMs: call.timeoutMs, ending: "timeout" } as const)
      : ({ afterMs: remainingMs, ending: "deadline" } as const);
  const cancellation = createCancellation(client.clock, call.signal, limit);
  const sentAt = client.clock.now();
  observer.request(attempt);
  try {
    const sent = await sendOnce({
      request,
      transport: client.transport,
      cancellation,
      redact: reader.redact,
      abortReason: () => call.signal?.reason,
      onStatus: (status) => observer.response(attempt, status, client.clock.now() - sentAt),
    });
    if ("failure" in sent) return sent;
    const reading = await readAnswer(sent.answer, reader);
    return "failure" in reading ? reading : { ...reading, status: sent.answer.status };
  } finally {
    cancellation.release();
  }
}

/** Waits, unless the caller gives up meanwhile. */
async function pause(delayMs: number, { client, call }: Delivery): Promise<Failure | undefined> {
  const { ended, release } = createCancellation(client.clock, call.signal, {
    afterMs: delayMs,
    ending: "timeout",
  });
  try {
    await ended;
  } catch (error) {
    if (error instanceof Ended && error.ending === "aborted") return abortedBeforeSending(call.signal);
  } finally {
    release();
  }
  return undefined;
}

function abortedBeforeSending(signal: AbortSignal | undefined): Failure {
  return {
    code: "aborted",
    message: "the caller ended it",
    transient: false,
    unsent: true,
    cause: signal?.reason,
  };
}
