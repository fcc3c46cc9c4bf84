/** Takes console, pino and whatever else logs a line. */
export interface Logger {
  /** One line for each attempt, answer and repeat. */
  readonly debug: (message: string) => void;
  /** What was passed over: a loosened check, a hook that threw. */
  readonly warn: (message: string) => void;
}

/** What a hook learns of an attempt: no body, no header, no token. */
export interface AttemptInfo {
  /** The id of the operation in its document, as in `pushProfile`. */
  readonly operation: string;
  readonly method: string;
  /** Without its query, which may hold a token. */
  readonly url: string;
  /** 1 for the first. */
  readonly attempt: number;
}

/** Called as things happen. What a hook throws is logged as a warning and changes nothing. */
export interface Hooks {
  /** Before an attempt. */
  readonly onRequest?: (info: AttemptInfo) => void;
  /** When the head of an answer has come. */
  readonly onResponse?: (
    info: AttemptInfo & { readonly status: number; readonly durationMs: number },
  ) => void;
  /** When an attempt is to be repeated; `delayMs` from now. */
  readonly onRetry?: (info: AttemptInfo & { readonly delayMs: number; readonly reason: string }) => void;
}

/** Tells hooks and logger what happens to the calls of one operation. */
export interface Observer {
  request(attempt: number): void;
  response(attempt: number, status: number, durationMs: number): void;
  retry(attempt: number, delayMs: number, reason: string): void;
}

type CallInfo = Omit<AttemptInfo, "attempt">;

export function createObserver(
  call: CallInfo,
  { hooks, logger }: { readonly hooks: Hooks; readonly logger: Logger | undefined },
): Observer {
  const name = `${call.operation} ${call.method} ${call.url}`;

  function warn(error: unknown): void {
    logger?.warn(`${name}: a hook threw ${(error as Error)?.name}`);
  }
  function run<T>(hook: ((info: T) => unknown) | undefined, info: T): void {
    try {
      const returned = hook?.(info);
      // Nobody waits for a hook, but one that rejects must not end the process.
      if (returned instanceof Promise) returned.catch(warn);
    } catch (error) {
      warn(error);
    }
  }

  return {
    request(attempt) {
      run(hooks.onRequest, { ...call, attempt });
    },
    response(attempt, status, durationMs) {
      logger?.debug(`${name} attempt ${attempt}: HTTP ${status} in ${Math.round(durationMs)} ms`);
      run(hooks.onResponse, { ...call, attempt, status, durationMs });
    },
    retry(attempt, delayMs, reason) {
      logger?.debug(`${name} attempt ${attempt}: ${reason}; next attempt in ${Math.round(delayMs)} ms`);
      run(hooks.onRetry, { ...call, attempt, delayMs, reason });
    },
  };
}

/** A logger that throws changes nothing, as a hook that throws does not. */
export function guardLogger(logger: Logger | undefined): Logger | undefined {
  if (!logger) return undefined;
  function guard(log: (message: string) => void): (message: string) => void {
    return (message) => {
      try {
        log(message);
      } catch {
        // There is no place left to say so.
      }
    };
  }
  return { debug: guard((message) => logger.debug(message)), warn: guard((message) => logger.warn(message)) };
}
