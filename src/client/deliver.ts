import { abortedFailure, runLimited } from "./cancellation.ts";
import { decideRetry } from "./decide-retry.ts";
import type { Failure } from "./failure.ts";
import type { Observer } from "./observe.ts";
import { type Reader, readAnswer } from "./read-answer.ts";
import { sendOnce } from "./send-once.ts";
import type { ClientSettings } from "./settings.ts";
import type { TransportRequest } from "./transport.ts";

/** One call: the request, how to understand its answer, and how long to go on. */
export interface Delivery extends Reader {
  readonly request: Omit<TransportRequest, "signal">;
  readonly repeatSafe: boolean;
  readonly settings: ClientSettings;
  readonly observer: Observer;
}

type Outcome = { readonly data: unknown; readonly status: number } | { readonly failure: Failure };

export type Delivered =
  | { readonly data: unknown; readonly status: number }
  | { readonly failure: Failure; readonly attempts: number };

/** Sends a request until it is answered for good: attempt, judge, wait, and again while it is allowed and can help. */
export async function deliver(delivery: Delivery): Promise<Delivered> {
  const { settings, observer, repeatSafe } = delivery;
  const { clock, signal } = settings;
  const deadline = clock.now() + settings.deadlineMs;
  let unsent = true;
  for (let attempts = 1; ; attempts += 1) {
    if (signal?.aborted) return { failure: { ...abortedFailure(signal), unsent }, attempts: attempts - 1 };
    const outcome = await attemptOnce(delivery, attempts, deadline - clock.now());
    if ("data" in outcome) return outcome;
    const { failure } = outcome;
    const remainingMs = deadline - clock.now();
    const delayMs = decideRetry({ ...settings, failure, attempts, repeatSafe, remainingMs });
    if (delayMs === undefined) return { failure, attempts };
    observer.retry(attempts, delayMs, failure.message);
    unsent = failure.unsent ?? false;
    await pause(delayMs, settings);
  }
}

async function attemptOnce(delivery: Delivery, attempt: number, remainingMs: number): Promise<Outcome> {
  const { request, redact, observer, settings } = delivery;
  const { clock, signal, transport, timeoutMs } = settings;
  const sentAt = clock.now();
  observer.request(attempt);
  const sent = await sendOnce({
    request,
    transport,
    redact,
    limit:
      timeoutMs < remainingMs
        ? { clock, signal, afterMs: timeoutMs, ending: "timeout" }
        : { clock, signal, afterMs: remainingMs, ending: "deadline" },
    onStatus: (status) => observer.response(attempt, status, clock.now() - sentAt),
  });
  return "failure" in sent ? sent : await readAnswer(sent.answer, delivery);
}

/** Waits, until the caller gives up at the latest. */
async function pause(afterMs: number, { clock, signal }: ClientSettings): Promise<void> {
  const forever = new Promise(() => undefined);
  await runLimited({ clock, signal, afterMs, ending: "timeout" }, () => forever).catch(() => undefined);
}
