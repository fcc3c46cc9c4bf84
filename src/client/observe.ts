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

type CallInfo = Omit<AttemptInfo, "attempt">;

/** Tells a hook what happened to a call of one operation, and the logger, where there is one, as a line. */
export type Observe = <Name extends keyof Hooks>(
  hook: Name,
  info: Omit<Parameters<NonNullable<Hooks[Name]>>[0], keyof CallInfo>,
  line?: () => string,
) => void;

export function createObserver(
  call: CallInfo,
  { hooks, logger }: { readonly hooks: Hooks; readonly logger: Partial<Logger> },
): Observe {
  const name = `${call.operation} ${call.method} ${call.url}`;

  return async function observe(hook, info, line) {
    if (line) log(logger, "debug", () => `${name} attempt ${info.attempt}: ${line()}`);
    // Nobody waits for a hook, but what it throws, or rejects with later, must not end the process.
    try {
      await hooks[hook]?.({ ...call, ...info } as never);
    } catch (error) {
      log(logger, "warn", () => `${name}: a hook threw ${(error as Error)?.name}`);
    }
  };
}

/** Logs a line, which is made for this alone. A logger that throws, now or later, changes nothing, as a hook that throws does not. */
export async function log(logger: Partial<Logger>, level: keyof Logger, line: () => string): Promise<void> {
  try {
    await logger[level]?.(line());
  } catch {
    // There is no place left to say so.
  }
}
