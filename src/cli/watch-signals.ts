const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

/** Ends what is running at the first Ctrl-C or request to terminate, and everything at the second. */
export function watchSignals(process: NodeJS.Process): AbortSignal {
  const controller = new AbortController();
  for (const [name, exitCode] of Object.entries(SIGNALS)) {
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(exitCode);
      controller.abort(name);
    });
  }
  return controller.signal;
}

/** The exit code of a run that a signal ended. */
export function exitCodeOf(signal: AbortSignal): 130 | 143 {
  return signal.reason === "SIGTERM" ? SIGNALS.SIGTERM : SIGNALS.SIGINT;
}
