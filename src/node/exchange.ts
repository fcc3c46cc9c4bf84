import type { Dispatcher } from "undici";
import type { TransportAnswer, TransportRequest } from "../client/transport.ts";
import { encodingOf, readDecoded } from "./decode-body.ts";
import { receiveBody } from "./receive-body.ts";
import { toUnsent } from "./unsent.ts";

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
    const giveUp = (reason: Error) => abort?.(reason);
    const incoming = receiveBody(giveUp);

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
    function readerOf(received: readonly Buffer[]): TransportAnswer["read"] {
      const encoding = encodingOf(received);
      return encoding === undefined ? incoming.read : (sink) => readDecoded(encoding, incoming, sink, giveUp);
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
          if (status >= 200)
            resolve({ status, headers: () => toHeaders(received), read: readerOf(received) });
          return true;
        },
        onData: incoming.take,
        onComplete: () => end(),
        onError: end,
      },
    );
  });
}

/** Names and values in turn, in the bytes of the answer. */
function toHeaders(received: readonly Buffer[]): Headers {
  const headers = new Headers();
  const texts = received.map((bytes) => bytes.toString("latin1"));
  for (let at = 0; at < texts.length; at += 2) headers.append(texts[at] as string, texts[at + 1] as string);
  return headers;
}
