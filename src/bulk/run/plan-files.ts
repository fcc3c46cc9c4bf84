import type { Plan } from "../plan/plan.ts";
import type { ProgressEvent } from "../run-event.ts";
import { readState } from "../state/read-state.ts";
import { inAnyCase } from "./in-any-case.ts";
import { openRun } from "./open-run.ts";
import { planWatched } from "./plan-watched.ts";
import { type RunOptions, resolveChoices } from "./run-options.ts";

/** What is planned, and who watches. */
export interface PlanFilesOptions extends RunOptions {
  /** Now and then, while the files are read. Default: nobody is told. */
  readonly onProgress?: ((event: ProgressEvent) => void) | undefined;
}

/**
 * Says what a push of these files would do. It sends nobody, and writes nothing; what comes in on standard input is kept
 * in the folder of the state until it is done. Throws what `openRun` throws, and the signal's reason.
 */
export async function planFiles(options: PlanFilesOptions): Promise<Plan> {
  const { onProgress = () => undefined } = options;
  const choices = resolveChoices(options);
  const run = await openRun(options, readState);
  const { plan } = await inAnyCase(() => planWatched({ ...choices, ...run, onProgress }), run.close);
  return plan;
}
