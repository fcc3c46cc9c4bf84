const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
type Signal = keyof typeof SIGNALS;

/** Ends what is running at the first Ctrl-C, request to terminate or loss of the terminal, and everything at the second. */
export function watchSignals(process: NodeJS.Process): AbortSignal {
  const controller = new AbortController();
  for (const [name, exitCode] of Object.entries(SIGNALS)) {
    process.on(name, () => {
      // One lost terminal is often told twice, by its shell and by the system.
      if (controller.signal.aborted && name !== "SIGHUP") process.exit(exitCode);
      controller.abort(name);
    });
  }
  return controller.signal;
}

/** The exit code of a run that a signal ended. */
export function exitCodeOf(signal: AbortSignal): (typeof SIGNALS)[Signal] {
  return SIGNALS[signal.reason as Signal];
}

/** The exit code of a command that threw `error` because a signal ended it; whatever else it threw is thrown again. */
export function exitCodeIfEnded(error: unknown, signal: AbortSignal): (typeof SIGNALS)[Signal] {
  if (signal.aborted && error === signal.reason) return exitCodeOf(signal);
  throw error;
}
