import type { Io } from "./io.ts";

const DEFAULT_COLUMNS = 80;
const CLEAR_LINE = "\r\u001b[2K";

/** The terminal that this process runs in. */
export function createProcessIo(signal: AbortSignal): Io {
  const { stdout, stderr, env } = process;
  let statusShown = false;

  function clearStatus(): string {
    const clear = statusShown ? CLEAR_LINE : "";
    statusShown = false;
    return clear;
  }
  return {
    print(line) {
      stderr.write(clearStatus());
      stdout.write(`${line}\n`);
    },
    say: (line) => void stderr.write(`${clearStatus()}${line}\n`),
    status(line) {
      if (!stderr.isTTY) return;
      stderr.write(`${CLEAR_LINE}${line}`);
      statusShown = true;
    },
    columns: stderr.columns ?? DEFAULT_COLUMNS,
    environment: env,
    signal,
  };
}
