import type { UserpushError } from "../../client/errors.ts";
import type { Stop } from "../run-event.ts";
import { isFailing, isUnanswered } from "./error-kind.ts";

/** One attempt, and what came of it. */
export interface Tried {
  /** Milliseconds of the clock of the run. */
  readonly at: number;
  /** Absent where the person was pushed. */
  readonly error: UserpushError | undefined;
  /** The record; only its identity counts. */
  readonly record: object;
}

/** How long an API may go without a word, or without any other word than to wait, before a run ends. */
export interface Patience {
  /** Why it is at its end, where it is. */
  readonly attempted: (tried: Tried) => Stop | undefined;
}

/** An address that never answered is probably wrong, but a run may begin while the API is started anew. */
const SILENCE_FROM_THE_START_MS = 15_000;
const SILENCE_MS = 60_000;

/** So many attempts and records at least: one person whom the API cannot digest is not its end. */
const MIN_ATTEMPTS = 5;
const MIN_RECORDS = 2;

/** An API that asks to wait is there, and gets more. */
const ONLY_WAITING_MS = 600_000;

/** Attempts in a row of one kind. */
interface Row {
  readonly since: number;
  attempts: number;
  readonly records: Set<object>;
}

export function createPatience(): Patience {
  let hasAnswered = false;
  let silent: Row | undefined;
  let waiting: Row | undefined;

  function attempted(tried: Tried): Stop | undefined {
    const { error } = tried;
    if (asksToWait(error)) {
      silent = undefined;
      waiting = extend(waiting, tried);
      return wornByWaiting(tried.at - waiting.since, error?.retryAfterMs ?? 0);
    }
    waiting = undefined;
    if (!isSilent(error)) {
      hasAnswered = true;
      silent = undefined;
      return undefined;
    }
    silent = extend(silent, tried);
    return wornBySilence(silent, { at: tried.at, error, hasAnswered });
  }
  return { attempted };
}

function extend(row: Row | undefined, { at, record }: Tried): Row {
  const extended = row ?? { since: at, attempts: 0, records: new Set() };
  extended.attempts += 1;
  if (extended.records.size < MIN_RECORDS) extended.records.add(record);
  return extended;
}

function asksToWait(error: UserpushError | undefined): boolean {
  return error !== undefined && (error.code === "rate_limit" || error.retryAfterMs !== undefined);
}

function isSilent(error: UserpushError | undefined): error is UserpushError {
  return error !== undefined && isUnanswered(error);
}

function wornByWaiting(waitedMs: number, retryAfterMs: number): Stop | undefined {
  const reason = "failing";
  if (retryAfterMs > ONLY_WAITING_MS)
    return { reason, message: `the API asks to wait for ${minutes(retryAfterMs)} minutes` };
  if (waitedMs < ONLY_WAITING_MS) return undefined;
  return {
    reason,
    message: `for ${minutes(waitedMs)} minutes the API has answered nothing but to wait`,
  };
}

function wornBySilence(
  { since, attempts, records }: Row,
  { at, error, hasAnswered }: Pick<Tried, "at"> & { error: UserpushError; hasAnswered: boolean },
): Stop | undefined {
  const silentMs = at - since;
  if (attempts < MIN_ATTEMPTS || records.size < MIN_RECORDS) return undefined;
  if (silentMs < (hasAnswered ? SILENCE_MS : SILENCE_FROM_THE_START_MS)) return undefined;
  const seconds = `${Math.round(silentMs / 1_000)} seconds: ${error.message}`;
  return isFailing(error)
    ? { reason: "failing", message: `the API itself has only failed for ${seconds}` }
    : { reason: "unreachable", message: `the API has given no answer for ${seconds}` };
}

function minutes(durationMs: number): number {
  return Math.ceil(durationMs / 60_000);
}
