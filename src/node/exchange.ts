import type { Dispatcher } from "undici";
import type { TransportAnswer, TransportRequest } from "../client/transport.ts";

/** What waits for its reader before the connection is told to wait as well. */
const MAX_WAITING_BYTES = 64 * 1024;

type Sink = (chunk: Uint8Array) => void;
type Controller = Dispatcher.DispatchController;

/** The address of a request in undici's two parts. */
export interface Address {
  readonly origin: string;
  readonly path: string;
}

/**
 * Sends one request by undici's own parser events: a stream for each answer would cost more than the rest of a small one.
 * Resolves with the head of the answer; its body is handed on as it arrives.
 */
export function exchange(
  dispatcher: Dispatcher,
  { origin, path }: Address,
  { method, headers, body, signal }: TransportRequest,
): Promise<TransportAnswer> {
  return new Promise((resolve, reject) => {
    let controller: Controller | undefined;
    const incoming = receiveBody((reason) => controller?.abort(reason));

    function end(error?: Error): void {
      signal.removeEventListener("abort", onAbort);
      if (error) reject(error);
      incoming.end(error);
    }
    // What still waits for a connection has no controller yet, and is ended as soon as it has one.
    function onAbort(): void {
      controller?.abort(signal.reason);
    }
    signal.addEventListener("abort", onAbort);
    dispatcher.dispatch(
      { origin, path, method, headers, body },
      {
        onRequestStart(started) {
          controller = started;
          if (signal.aborted) onAbort();
        },
        onResponseStart(_, status, received) {
          // What is below comes before the answer.
          if (status >= 200) resolve({ status, headers: () => toHeaders(received), read: incoming.read });
        },
        onResponseData: incoming.take,
        onResponseEnd: () => end(),
        onResponseError: (_, error) => end(error),
      },
    );
  });
}

/** Keeps what arrives before its reader does, and tells it how the body ended. */
function receiveBody(giveUp: (reason: Error) => void) {
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let sink: Sink | undefined;
  let paused: Controller | undefined;
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
  function take(controller: Controller, chunk: Uint8Array): void {
    if (sink) hand(chunk);
    else keep(controller, chunk);
  }
  function keep(controller: Controller, chunk: Uint8Array): void {
    waiting.push(chunk);
    waitingBytes += chunk.byteLength;
    if (waitingBytes < MAX_WAITING_BYTES) return;
    paused = controller;
    controller.pause();
  }
  function read(reader: Sink): Promise<void> {
    sink = reader;
    for (const chunk of waiting) hand(chunk);
    waiting = [];
    paused?.resume();
    return new Promise((resolve, reject) => {
      tellReader = (error) => (error === undefined ? resolve() : reject(error));
      if (ended) tellReader(ended.error);
    });
  }
  function end(error?: unknown): void {
    ended ??= { error };
    tellReader?.(ended.error);
  }
  return { take, read, end };
}

function toHeaders(record: Readonly<Record<string, string | string[] | undefined>>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(record)) {
    for (const one of [value ?? []].flat()) headers.append(name, one);
  }
  return headers;
}
