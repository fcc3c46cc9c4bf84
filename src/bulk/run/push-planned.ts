import { setImmediate as immediate } from "node:timers/promises";
import { FileError } from "../file-error.ts";
import { createJudge, type JudgeOptions } from "../plan/judge.ts";
import type { Planned } from "../plan/plan-roster.ts";
import type { Totals } from "../record/totals.ts";
import type { Stop } from "../run-event.ts";
import { createSender } from "../send/create-sender.ts";
import { groupWrites } from "../send/group-writes.ts";
import { sendAll } from "../send/send-all.ts";
import { brokenOff, type Failure } from "./broken-off.ts";
import { inAnyCase } from "./in-any-case.ts";
import { createLedger } from "./ledger.ts";
import type { PushOptions } from "./push-roster.ts";
import { createRecorder, hasHash } from "./recorder.ts";
import { type News, newsOf, type Sent, unrecordedNews } from "./row-event.ts";
import { createRowTaker, type RowToSend } from "./take-row.ts";
import { watchProgress } from "./watch-progress.ts";

export interface PushPlannedOptions extends PushOptions, Planned {
  /** Why nothing may be sent; the roster is read all the same, so that its rejects can be mended. */
  readonly braked: Stop | undefined;
}

/** What became of all rows of a plan, and why the run ended before its last one. */
export interface Pushed {
  readonly totals: Totals;
  /** How many of the rows that it came to were left out for which reason. */
  readonly skipped: Readonly<Record<string, number>>;
  readonly stop: Stop | undefined;
  /** The error that ended it, where one did: it is to be thrown once all is told. */
  readonly failure: Failure | undefined;
}

/** Where nobody was known, nobody need be looked for: a first run is the longest of all. */
function strangers({ hasher }: PushOptions["state"]): JudgeOptions["state"] {
  return { hasher, find: () => undefined };
}

/**
 * Sends the people of a plan: read again, judge again, send, record. What cannot be recorded ends it as other reasons to stop
 * do: who is in flight is waited for, so that everybody is accounted for.
 */
export async function pushPlanned(options: PushPlannedOptions): Promise<Pushed> {
  const { plan, survey, roster, state, source, target, outputs, clock, signal, braked } = options;
  const ledger = createLedger();
  const recorder = createRecorder<News>({
    state,
    source,
    now: clock.now,
    onSettled: tellSettled,
    onAbandoned: tellAbandoned,
    onSettling: (group) => outputs.onSettling?.(group.flatMap(({ event }) => event ?? [])),
  });
  const intend = groupWrites((keys) => state.intend(source, keys));
  const beforeSending = target.facts.effect === "create" ? intend : undefined;
  const doubt = groupWrites(state.doubt);
  const sender = createSender({ ...options, beforeSending, hasPushedBefore: plan.known > 0 });
  const judge = createJudge({ ...options, state: plan.known > 0 ? state : strangers(state) });
  const takeRow = createRowTaker({
    judge: (row) => judge(row, survey.conflicts),
    ledger,
    recorder,
    outputs,
    isBraked: braked !== undefined,
  });
  let fileStop: Stop | undefined;
  let failure: Failure | undefined;

  function breakOff(error: unknown): void {
    failure ??= { error };
    sender.stopFor(brokenOff(error));
  }

  function tellSettled(group: readonly News[]): void {
    for (const { fate, rejected, event } of group) {
      ledger.countSent(fate);
      if (rejected) outputs.onReject(rejected.row, rejected.reasons);
      if (event) outputs.onEvent(event);
    }
  }
  /** An intent that stays in the state keeps whoever was sent uncertain, whatever the API answered. */
  function tellAbandoned(group: readonly News[], isTakenIn: boolean): void {
    const staysIntended = beforeSending !== undefined && !isTakenIn;
    const isUnrecorded = ({ fate }: News) => fate === "pushed" || staysIntended;
    tellSettled(group.map((news) => (isUnrecorded(news) ? unrecordedNews(news) : news)));
  }
  function record(onFailure?: () => void): void {
    try {
      recorder.flush();
    } catch (error) {
      breakOff(error);
      onFailure?.();
    }
  }
  async function keepUp(): Promise<void> {
    // What was begun goes out first, so that the API is at work meanwhile.
    if (recorder.isDue()) await immediate();
    // Reading and sending both come here, and one of them may have written it, or failed to, by then.
    if (recorder.isDue()) record();
    await outputs.drain();
  }
  async function* readToSend(): AsyncGenerator<readonly RowToSend[]> {
    try {
      for await (const batch of roster.rows()) {
        yield batch.flatMap((row) => takeRow(row) ?? []);
        await keepUp();
        if (sender.stop()) return;
      }
    } catch (error) {
      if (signal?.aborted && error === signal.reason) return;
      if (!(error instanceof FileError)) throw error;
      fileStop = { reason: "fileChanged", message: error.message };
    }
  }
  async function send({ row, person }: RowToSend): Promise<Sent> {
    try {
      if (person.action === "changed" && hasHash(person) && !sender.stop()) await doubt(person.key);
      return { ...(await sender.push(person)), row, person };
    } catch (error) {
      breakOff(error);
      throw error;
    }
  }

  const progress = watchProgress({
    clock,
    phase: "pushing",
    roster,
    rows: plan.counts.read,
    onEvent: outputs.onEvent,
    totals: ledger.totals,
    sending: sender.progress,
  });
  async function sendEverybody(): Promise<void> {
    for await (const group of sendAll({ inputs: readToSend(), send, concurrency: sender.concurrency })) {
      for (const sent of group) recorder.add(sent, newsOf(sent));
      await keepUp();
    }
  }
  // What could not be written is tried once more, and a progress that is not stopped never lets the process end.
  const settleRest = () => record(recorder.abandon);
  await inAnyCase(() => sendEverybody().catch(breakOff), settleRest, progress.stop);
  const totals = ledger.finalTotals(plan.counts.read);
  const stop = braked ?? (failure && brokenOff(failure.error)) ?? fileStop ?? sender.stop();
  return { totals, skipped: ledger.skipped(), stop, failure };
}
