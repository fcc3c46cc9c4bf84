/** One request, ready to be sent. It holds the token: do not log it. */
export interface TransportRequest {
  readonly url: string;
  readonly method: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Aborted when the attempt runs out of time or the caller gives up. */
  readonly signal: AbortSignal;
}

/** What came back, with the body still to be read. */
export interface TransportAnswer {
  /** 0 for a redirect that the platform hides, as browsers do. */
  readonly status: number;
  /** Made when asked for: most answers are read without them. */
  readonly headers: () => Headers;
  /**
   * Reads the body and hands each chunk to `sink`; resolves at its end, rejects when it is cut off.
   * When `sink` throws, nothing more is read and the promise rejects with what it threw.
   */
  readonly read: (sink: (chunk: Uint8Array) => void) => Promise<void>;
}

/**
 * Sends one request once. It follows no redirect, keeps no cookie and retries nothing.
 * It rejects when there is no answer; the `code` of the reason or its `cause` says why, as Node's errors do. An error of this
 * package is taken at its word, a `ConfigurationError` where no other attempt can fare better; its message is shown as it is, and
 * may hold no secret.
 */
export type Transport = (request: TransportRequest) => Promise<TransportAnswer>;
