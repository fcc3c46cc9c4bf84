/** What waits for its reader before the connection is told to wait as well. */
const MAX_WAITING_BYTES = 64 * 1024;

type Sink = (chunk: Uint8Array) => void;

/** The body of an answer, on its way. */
export interface IncomingBody {
  /** Whether more may come at once. */
  readonly take: (chunk: Uint8Array) => boolean;
  /** Hands all chunks to a reader, in the way of a transport. */
  readonly read: (reader: Sink) => Promise<void>;
  /** Tells the connection to wait, although chunks are handed on. */
  readonly pause: () => void;
  readonly goOn: () => void;
  readonly end: (error?: unknown) => void;
  readonly resumeBy: (resumeParser: () => void) => void;
}

/** Keeps what arrives before its reader does, and tells it how the body ended. */
export function receiveBody(giveUp: (reason: Error) => void): IncomingBody {
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let paused = false;
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
      // It counts even where all of a small body has come already.
      ended = { error };
      end();
      giveUp(error as Error);
    }
  }
  /** Whether more may come at once. */
  function take(chunk: Uint8Array): boolean {
    if (sink) hand(chunk);
    else waiting.push(chunk);
    waitingBytes += sink ? 0 : chunk.byteLength;
    return waitingBytes < MAX_WAITING_BYTES && !paused;
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
  function pause(): void {
    paused = true;
  }
  function goOn(): void {
    paused = false;
    resume?.();
  }
  return { take, read, pause, goOn, end, resumeBy };
}
