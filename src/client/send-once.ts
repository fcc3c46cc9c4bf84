import { runLimited } from "./cancellation.ts";
import { collectBody } from "./collect-body.ts";
import { extendError } from "./complete-error.ts";
import {
  AbortedError,
  isUserpushError,
  NetworkError,
  RedirectError,
  TimeoutError,
  type UserpushError,
} from "./errors.ts";
import type { Answer } from "./read-answer.ts";
import { excerptOf, type Redact } from "./redact.ts";
import { redactCause } from "./redact-cause.ts";
import type { ClientSettings } from "./settings.ts";
import type { TransportAnswer, TransportRequest } from "./transport.ts";

/**
 * Sends a request once and reads the answer to its end; every way in which that can fail is thrown as an error of its kind. It
 * ends with the time of one attempt, or with that of the call, of which `remainingMs` are left. `onStatus` hears of the head of
 * the answer.
 */
export async function sendOnce(
  request: Omit<TransportRequest, "signal">,
  settings: ClientSettings,
  remainingMs: number,
  redact: Redact,
  onStatus?: (status: number) => void,
): Promise<Answer> {
  const { transport, timeoutMs } = settings;
  let received: TransportAnswer | undefined;
  const [take, text] = collectBody();
  async function exchange(signal: AbortSignal): Promise<void> {
    received = await transport({ ...request, signal });
    // A transport that does not listen comes too late.
    signal.throwIfAborted();
    onStatus?.(received.status);
    if (isRedirect(received.status))
      throw new RedirectError({
        message: "the answer is a redirect, which is not followed; check the base URL",
      });
    await received.read(take);
  }
  try {
    const ending = timeoutMs < remainingMs ? "timeout" : "deadline";
    await runLimited(exchange, Math.min(timeoutMs, remainingMs), ending, settings);
  } catch (error) {
    // Who refuses has refused, whatever became of the rest of its words; but who has run out of time has not listened.
    const heard = !(error instanceof TimeoutError || error instanceof AbortedError);
    if (!received || received.status < 400 || !heard)
      throw failureOf(error, received?.status, text(), redact);
  }
  const { status, headers } = received as TransportAnswer;
  return { status, text: text(), headers };
}

/** 0 is a redirect that the platform hides. */
function isRedirect(status: number): boolean {
  return status < 200 || (status >= 300 && status < 400);
}

function failureOf(error: unknown, status: number | undefined, text: string, redact: Redact): UserpushError {
  const known = { status, excerpt: excerptOf(text, redact) };
  // The reason of the caller is the caller's, and nothing of the request.
  if (error instanceof AbortedError) return extendError(error, known);
  if (isUserpushError(error)) return extendError(error, known, { cause: redactCause(error.cause, redact) });
  const cause = redactCause(error, redact);
  const message = `${status === undefined ? "no answer" : "the answer was cut off"}${reasonOf(cause)}`;
  return new NetworkError({ message, ...known, cause });
}

/** The innermost code says most: "fetch failed" is what every failure of fetch is called. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return "";
  const { code, message } = cause as { code?: string; message: string };
  return reasonOf(cause.cause) || ` (${code ?? message})`;
}
