import { createInterface } from "node:readline/promises";

/** Asks a question on standard error, and takes `y` or `yes` for a yes; whatever else, an end and an abort for a no. */
export async function askAtTerminal(question: string, signal: AbortSignal): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `, { signal })).trim());
  } catch {
    return false;
  } finally {
    terminal.close();
  }
}
