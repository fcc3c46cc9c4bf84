import { toOutputError } from "../bulk/record/output-error.ts";

/** As after `| head -1`: who reads no more has all that was asked for. */
const READER_LEFT: readonly (string | undefined)[] = ["EPIPE", "EOF", "ECONNRESET"];

/** What to say where standard output cannot be written; nothing where whoever read it went away. */
export function describeOutputLoss(error: NodeJS.ErrnoException): string | undefined {
  if (READER_LEFT.includes(error.code)) return undefined;
  const { message } = toOutputError("standard output", error) as Error;
  return `${message} (${error.code})`;
}
