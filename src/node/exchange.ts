import type { Dispatcher } from "undici";
import type { TransportAnswer, TransportRequest } from "../client/transport.ts";
import { toUnsent } from "./unsent.ts";

/** What waits for its reader before the connection is told to wait as well. */
const MAX_WAITING_BYTES = 64 * 1024;

type Sink = (chunk: Uint8Array) => void;

/** The address of a request in undici's two parts. */
export interface Address {
  readonly origin: string;
  readonly path: string;
}

/**
 * Sends one request by undici's inner events, on which its own `request` runs: a stream for each answer, or a reading of all
 * its headers, would cost more than the rest of a small one. Resolves with the head of the answer; its body is handed on as
 * it arrives.
 */
export function exchange(
  dispatcher: Dispatcher,
  { origin, path }: Address,
  { method, headers, body, signal }: TransportRequest,
): Promise<TransportAnswer> {
  return new Promise((resolve, reject) => {
    let abort: ((reason: Error) => void) | undefined;
    const incoming = receiveBody((reason) => abort?.(reason));

    function end(error?: Error): void {
      signal.removeEventListener("abort", onAbort);
      // undici offers to abort a request right before it writes it, and never earlier.
      if (error) reject(abort ? error : toUnsent(error));
      incoming.end(error);
    }
    // What still waits for a connection cannot be aborted yet, and is as soon as it can.
    function onAbort(): void {
      abort?.(signal.reason);
    }
    signal.addEventListener("abort", onAbort);
    dispatcher.dispatch(
      { origin, path, method, headers, body },
      {
        onConnect(abortRequest) {
          abort = abortRequest as typeof abort;
          if (signal.aborted) onAbort();
        },
        onHeaders(status, received, resume) {
          incoming.resumeBy(resume);
          // What is below comes before the answer.
          if (status >= 200) resolve({ status, headers: () => toHeaders(received), read: incoming.read });
          return true;
        },
        onData: incoming.take,
        onComplete: () => end(),
        onError: end,
      },
    );
  });
}

/** Keeps what arrives before its reader does, and tells it how the body ended. */
function receiveBody(giveUp: (reason: Error) => void) {
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let sink: Sink | undefined;
  let resume: (() => void) | undefined;
  /** How the body ended; a small one has before anybody reads it. */
  let ended: { readonly error: unknown } | undefined;
  let tellReader: ((error: unknown) => void) | undefined;

  function hand(chunk: Uint8Array): void {
    try {
      sink?.(chunk);
    } catch (error) {
      sink = () => {};
      end(error);
      giveUp(error as Error);
    }
  }
  /** Whether more may come at once. */
  function take(chunk: Uint8Array): boolean {
    if (sink) hand(chunk);
    else waiting.push(chunk);
    waitingBytes += sink ? 0 : chunk.byteLength;
    return waitingBytes < MAX_WAITING_BYTES;
  }
  function read(reader: Sink): Promise<void> {
    sink = reader;
    for (const chunk of waiting) hand(chunk);
    waiting = [];
    if (waitingBytes >= MAX_WAITING_BYTES) resume?.();
    waitingBytes = 0;
    return new Promise((resolve, reject) => {
      tellReader = (error) => (error === undefined ? resolve() : reject(error));
      if (ended) tellReader(ended.error);
    });
  }
  function end(error?: unknown): void {
    ended ??= { error };
    tellReader?.(ended.error);
  }
  function resumeBy(resumeParser: () => void): void {
    resume = resumeParser;
  }
  return { take, read, end, resumeBy };
}

/** Names and values in turn, in the bytes of the answer. */
function toHeaders(received: readonly Buffer[]): Headers {
  const headers = new Headers();
  const texts = received.map((bytes) => bytes.toString("latin1"));
  for (let at = 0; at < texts.length; at += 2) headers.append(texts[at] as string, texts[at + 1] as string);
  return headers;
}
