import type { Plan } from "../bulk/plan/plan.ts";
import { type Audit, createAudit } from "../bulk/record/audit.ts";
import { createRejects, type Rejects } from "../bulk/record/rejects.ts";
import type { Outputs } from "../bulk/run/outputs.ts";
import type { OpenedRoster } from "../bulk/run/push-files.ts";
import type { FinishedEvent, RunEvent } from "../bulk/run-event.ts";
import type { Target } from "../bulk/target/target.ts";
import type { PUSH } from "./commands/push.ts";
import type { Io } from "./io.ts";
import { readsRejects, refuseRosterAsRejects } from "./refuse-shared-files.ts";
import { renderEvent } from "./render/events.ts";
import type { LeftBehind } from "./render/left-behind.ts";
import { describeNotes, withoutIgnored } from "./render/plan.ts";
import { createReport } from "./render/report/create-report.ts";
import { createRunProgress } from "./render/run-progress.ts";
import { createRunSummary } from "./render/run-summary.ts";
import type { Settings } from "./settings/resolve-settings.ts";

export interface PushOutputsOptions {
  readonly settings: Pick<
    Settings<typeof PUSH>,
    "json" | "quiet" | "report" | "rejects" | "audit" | "values"
  >;
  readonly target: Target;
  readonly io: Io;
}

/** Whatever a push shows and leaves behind, as its settings ask for it. */
export interface PushOutputs {
  readonly open: (roster: OpenedRoster) => Outputs;
  /** Completes the files, and prints the end of the run. */
  readonly finish: (finished: FinishedEvent) => Promise<void>;
}

/** Files are opened before anything is sent, so that one that cannot be written stops the run in time. */
export function createPushOutputs({ settings, target, io }: PushOutputsOptions): PushOutputs {
  const { destination, remedies } = target;
  const { effect } = target.facts;
  const { quiet } = settings;
  const progress = createRunProgress({ io, quiet });
  const summary = createRunSummary({ maxListed: io.maxListed, remedies, effect, quiet });
  const report =
    settings.report === undefined
      ? undefined
      : createReport({ file: settings.report, destination, remedies, effect });
  let rejects: Rejects | undefined;
  let audit: Audit | undefined;

  function onEvent(event: RunEvent): void {
    progress.show(event);
    summary.add(event);
    report?.add(event);
    if (event.type === "row") audit?.add(event);
    if (event.type === "planned") sayNotes(event);
    if (settings.json) io.print(renderEvent(event));
  }
  function sayNotes(plan: Plan): void {
    for (const note of describeNotes(quiet ? withoutIgnored(plan) : plan)) io.say(note);
  }
  function open({ isDropped, isMendedRejects }: OpenedRoster): Outputs {
    if (!isMendedRejects) refuseRosterAsRejects(settings);
    if (settings.rejects !== undefined) rejects = createRejects({ file: settings.rejects, isDropped });
    return {
      onEvent,
      onReject: (row, reasons) => rejects?.add({ row, reasons }),
      onBegin(run) {
        if (settings.audit !== undefined) audit = createAudit({ file: settings.audit, run, destination });
      },
      drain: io.drained,
    };
  }
  /** Rejects that were read are replaced when all that is to be kept of them is in the new ones. */
  function mustKeepRejects({ totals, stop }: FinishedEvent): boolean {
    const isDone = !stop && totals.notAttempted + totals.uncertain === 0 && !rejects?.isIncomplete();
    return !isDone && readsRejects(settings);
  }
  async function finishRejects(finished: FinishedEvent): Promise<boolean | undefined> {
    if (!mustKeepRejects(finished)) return rejects?.finish();
    rejects?.discard();
    io.say(`${settings.rejects} stays as it was, because not all that it holds could be delivered.`);
    return true;
  }
  async function finish(finished: FinishedEvent): Promise<void> {
    audit?.close();
    const hasRejects = await finishRejects(finished);
    const left: LeftBehind = {
      rejects: hasRejects ? settings.rejects : undefined,
      audit: audit && settings.audit,
      report: settings.report,
    };
    report?.write(left);
    if (!settings.json) io.print(summary.render(left));
  }
  return { open, finish };
}
