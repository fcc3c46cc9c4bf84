import { type Cancellation, Ended } from "./cancellation.ts";
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
  readonly cancellation: Cancellation;
  readonly redact: Redact;
  /** The caller's reason, where the caller ended the attempt. */
  readonly abortReason: () => unknown;
  readonly onStatus: (status: number) => void;
}

/** Sends a request once and reads the answer to its end; every way in which that can fail becomes a `Failure`. */
export async function sendOnce(attempt: Attempt): Promise<{ answer: Answer } | { failure: Failure }> {
  const { request, transport, cancellation, onStatus } = attempt;
  let received: TransportAnswer | undefined;
  const body = collectBody();
  try {
    const sent = transport({ ...request, signal: cancellation.signal });
    received = await Promise.race([sent, cancellation.ended]);
    const { status } = received;
    onStatus(status);
    if (isRedirect(status)) {
      cancellation.abandon();
      return { failure: redirectFailure(status) };
    }
    await Promise.race([received.read(body.take), cancellation.ended]);
    return { answer: { status, text: body.text(), headers: received.headers } };
  } catch (error) {
    const { status = 0, headers } = received ?? {};
    // Who refuses has refused, whatever became of the rest of its words.
    if (headers && status >= 400 && !(error instanceof Ended))
      return { answer: { status, text: body.text(), headers } };
    return { failure: toFailure(error, received?.status, body.text(), attempt) };
  }
}

/** 0 is a redirect that the platform hides. */
function isRedirect(status: number): boolean {
  return status === 0 || (status >= 300 && status < 400);
}

function redirectFailure(status: number): Failure {
  const message =
    "the answer is a redirect, which is not followed: the request holds a token; check the base URL";
  return { code: "redirect", message, transient: false, unsent: false, status };
}

function toFailure(error: unknown, status: number | undefined, text: string, attempt: Attempt): Failure {
  const known = {
    ...(status === undefined ? {} : { status }),
    ...(text ? { excerpt: excerptOf(text, attempt.redact) } : {}),
  };
  if (error instanceof Ended) return endedFailure(error, known, attempt);
  if (error instanceof TooLarge) {
    return {
      ...known,
      code: "parse",
      message: "the answer has more than 1 MiB",
      transient: false,
      unsent: false,
    };
  }
  const unsent = status === undefined && wroteNothing(error);
  const cause = redactCause(error, attempt.redact);
  const message = `${status === undefined ? "no answer" : "the answer was cut off"}${reasonOf(cause)}`;
  return { ...known, code: "network", message, transient: true, unsent, cause };
}

function endedFailure({ ending }: Ended, known: Partial<Failure>, { abortReason }: Attempt): Failure {
  const base = { ...known, unsent: false };
  if (ending === "aborted")
    return {
      ...base,
      code: "aborted",
      message: "the caller ended it",
      transient: false,
      cause: abortReason(),
    };
  const message = ending === "timeout" ? "the attempt took too long" : "all attempts together took too long";
  return { ...base, code: ending, message, transient: true };
}

/** The innermost code says most: "fetch failed" is what every failure of fetch is called. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return "";
  const { code, message } = cause as { code?: string; message: string };
  return reasonOf(cause.cause) || ` (${code ?? message})`;
}
