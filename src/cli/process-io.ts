import { askAtTerminal } from "./ask-at-terminal.ts";
import type { Io } from "./io.ts";
import { describeOutputLoss } from "./output-loss.ts";
import { createPrinter } from "./printer.ts";

const DEFAULT_COLUMNS = 80;
const LISTED_ON_A_SCREEN = 20;
const CLEAR_LINE = "\r\u001b[2K";

/** The terminal that this process runs in. */
export function createProcessIo(signal: AbortSignal): Io {
  const { stdin, stdout, stderr, env } = process;
  let statusShown = false;
  let outputLost = false;
  // Whoever reads the output may go away, and its disk may be full; the people are pushed all the same.
  stderr.on("error", () => undefined);
  const printer = createPrinter(stdout, loseOutput);
  process.on("exit", printer.flush);

  function loseOutput(error: NodeJS.ErrnoException): void {
    const loss = describeOutputLoss(error);
    if (loss === undefined) return;
    outputLost = true;
    say(`userpush: ${loss}`);
  }
  function tell(text: string): void {
    printer.flush();
    stderr.write(text);
  }
  function say(line: string): void {
    tell(`${clearStatus()}${line}\n`);
  }
  function clearStatus(): string {
    const clear = statusShown ? CLEAR_LINE : "";
    statusShown = false;
    return clear;
  }
  async function drained(): Promise<void> {
    printer.flush();
    if (stdout.writableNeedDrain) await printer.settled();
  }
  async function isOutputLost(): Promise<boolean> {
    await printer.settled();
    return outputLost;
  }
  return {
    print(line) {
      if (statusShown) stderr.write(clearStatus());
      printer.print(line);
    },
    drained,
    isOutputLost,
    ask: stdin.isTTY && stderr.isTTY ? (question) => askAtTerminal(question, signal) : undefined,
    say,
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
