/** Prism logs whole requests, token included. */
export function silentLogger(): never {
  const silent = () => undefined;
  const logger = {
    level: "silent",
    fatal: silent,
    error: silent,
    warn: silent,
    info: silent,
    debug: silent,
    trace: silent,
    success: silent,
    child: () => logger,
  };
  return logger as never;
}
