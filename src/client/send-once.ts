import { Ended, type Limit, runLimited } from "./cancellation.ts";
import { collectBody, TooLarge } from "./collect-body.ts";
import type { Failure } from "./failure.ts";
import type { Answer } from "./read-answer.ts";
import { excerptOf, type Redact } from "./redact.ts";
import { redactCause } from "./redact-cause.ts";
import type { Transport, TransportAnswer, TransportRequest } from "./transport.ts";
import { wroteNothing } from "./wrote-nothing.ts";

/** What one attempt needs. */
export interface Attempt {
  readonly request: Omit<TransportRequest, "signal">;
  readonly transport: Transport;
  readonly limit: Limit;
  readonly redact: Redact;
  readonly onStatus?: (status: number) => void;
}

/** The answer is a redirect. */
class Redirected extends Error {}

/** Sends a request once and reads the answer to its end; every way in which that can fail becomes a `Failure`. */
export async function sendOnce(attempt: Attempt): Promise<{ answer: Answer } | { failure: Failure }> {
  const { request, transport, limit, onStatus } = attempt;
  let received: TransportAnswer | undefined;
  const body = collectBody();
  async function exchange(signal: AbortSignal): Promise<void> {
    received = await transport({ ...request, signal });
    // A transport that does not listen comes too late.
    signal.throwIfAborted();
    onStatus?.(received.status);
    if (isRedirect(received.status)) throw new Redirected();
    await received.read(body.take);
  }
  try {
    await runLimited(limit, exchange);
  } catch (error) {
    // Who refuses has refused, whatever became of the rest of its words.
    if (!received || received.status < 400 || error instanceof Ended)
      return { failure: toFailure(error, received?.status, body.text(), attempt) };
  }
  const { status, headers } = received as TransportAnswer;
  return { answer: { status, text: body.text(), headers } };
}

/** 0 is a redirect that the platform hides. */
function isRedirect(status: number): boolean {
  return status === 0 || (status >= 300 && status < 400);
}

function toFailure(
  error: unknown,
  status: number | undefined,
  text: string,
  { limit, redact }: Attempt,
): Failure {
  const known = {
    ...(status === undefined ? {} : { status }),
    ...(text ? { excerpt: excerptOf(text, redact) } : {}),
  };
  if (error instanceof Ended) return { ...known, ...endedFailure(error, limit) };
  if (error instanceof Redirected) return { ...known, code: "redirect", message: REDIRECT };
  if (error instanceof TooLarge)
    return { ...known, code: "parse", message: "the answer has more than 1 MiB" };
  const cause = redactCause(error, redact);
  const message = `${status === undefined ? "no answer" : "the answer was cut off"}${reasonOf(cause)}`;
  const unsent = status === undefined && wroteNothing(error);
  return { ...known, code: "network", message, transient: true, unsent, cause };
}

const REDIRECT =
  "the answer is a redirect, which is not followed: the request holds a token; check the base URL";

const ENDINGS = { timeout: "the attempt took too long", deadline: "all attempts together took too long" };

function endedFailure({ ending }: Ended, { signal }: Limit): Failure {
  if (ending === "aborted") return abortedFailure(signal);
  return { code: ending, message: ENDINGS[ending], transient: true };
}

/** The caller gave up; its reason is the cause. */
export function abortedFailure(signal: AbortSignal | undefined): Failure {
  return { code: "aborted", message: "the caller ended it", cause: signal?.reason };
}

/** The innermost code says most: "fetch failed" is what every failure of fetch is called. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return "";
  const { code, message } = cause as { code?: string; message: string };
  return reasonOf(cause.cause) || ` (${code ?? message})`;
}
