import { once } from "node:events";
import { askAtTerminal } from "./ask-at-terminal.ts";
import type { Io } from "./io.ts";
import { createPrinter } from "./printer.ts";

const DEFAULT_COLUMNS = 80;
const LISTED_ON_A_SCREEN = 20;
const CLEAR_LINE = "\r\u001b[2K";

/** The terminal that this process runs in. */
export function createProcessIo(signal: AbortSignal): Io {
  const { stdin, stdout, stderr, env } = process;
  let statusShown = false;
  // Whoever reads the output may go away; the people are pushed all the same.
  for (const stream of [stdout, stderr]) stream.on("error", () => undefined);
  const printer = createPrinter(stdout);
  process.on("exit", printer.flush);

  function tell(text: string): void {
    printer.flush();
    stderr.write(text);
  }
  function clearStatus(): string {
    const clear = statusShown ? CLEAR_LINE : "";
    statusShown = false;
    return clear;
  }
  async function drained(): Promise<void> {
    printer.flush();
    // Whoever went away reads no more, and nobody waits for that.
    if (stdout.writableNeedDrain && !stdout.destroyed)
      await Promise.race([once(stdout, "drain"), once(stdout, "close")]);
  }
  return {
    print(line) {
      if (statusShown) stderr.write(clearStatus());
      printer.print(line);
    },
    drained,
    ask: stdin.isTTY && stderr.isTTY ? (question) => askAtTerminal(question, signal) : undefined,
    say: (line) => tell(`${clearStatus()}${line}\n`),
    status(line) {
      if (!stderr.isTTY) return;
      tell(`${CLEAR_LINE}${line}`);
      statusShown = true;
    },
    isTerminal: stderr.isTTY ?? false,
    get columns() {
      return stderr.columns ?? DEFAULT_COLUMNS;
    },
    maxListed: stdout.isTTY ? LISTED_ON_A_SCREEN : Number.POSITIVE_INFINITY,
    environment: env,
    signal,
  };
}
