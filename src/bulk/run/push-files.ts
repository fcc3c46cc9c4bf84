import { removeLeftovers } from "../read/files/spool.ts";
import type { FinishedEvent } from "../run-event.ts";
import { checkSending } from "../send/sending-bounds.ts";
import { openState } from "../state/open-state.ts";
import { stateFiles } from "../state/state-files.ts";
import { inAnyCase } from "./in-any-case.ts";
import { openRun } from "./open-run.ts";
import type { Outputs } from "./outputs.ts";
import { type PushOptions, pushRoster } from "./push-roster.ts";
import { type RunOptions, resolveChoices } from "./run-options.ts";
import { STEADY_CLOCK } from "./steady-clock.ts";

export interface PushFilesOptions
  extends RunOptions,
    Pick<PushOptions, "confirmFirstRun" | "concurrency" | "ratePerSecond"> {
  /** Made once the files are open, and before anything is sent. */
  readonly openOutputs: (roster: OpenedRoster) => Outputs;
}

/** What outputs need to know of the files. */
export interface OpenedRoster {
  /** Whether the mapping drops a column: it is in no output. */
  readonly isDropped: (column: string) => boolean;
  /** Whether all of them are rejects of an earlier run, corrected. */
  readonly isMendedRejects: boolean;
}

/**
 * Pushes every person of some files who is new or changed, and keeps what it did in the state. The run may be killed at
 * any moment: the next one continues it. Throws what `openRun` throws, and `RangeError`, before anything is sent.
 */
export async function pushFiles(options: PushFilesOptions): Promise<FinishedEvent> {
  const { confirmFirstRun, concurrency, ratePerSecond, openOutputs } = options;
  checkSending(options);
  const choices = resolveChoices(options);
  const run = await openRun(options, openState);
  async function push(): Promise<FinishedEvent> {
    await removeLeftovers(stateFiles(options.stateFile).spool);
    if (run.userTypes) run.state.saveUserTypes(run.userTypes);
    const { isDropped } = run.mapper;
    const outputs = openOutputs({ isDropped, isMendedRejects: run.roster.isMendedRejects });
    const sending = { confirmFirstRun, concurrency, ratePerSecond };
    return await pushRoster({
      ...choices,
      ...run,
      ...sending,
      outputs,
      clock: STEADY_CLOCK,
      random: Math.random,
    });
  }
  return inAnyCase(push, run.close);
}
