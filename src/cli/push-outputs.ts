import type { Plan } from "../bulk/plan/plan.ts";
import type { Row } from "../bulk/read/row.ts";
import type { Reason } from "../bulk/reason.ts";
import { type Audit, createAudit } from "../bulk/record/audit.ts";
import { createRejects, type Rejects } from "../bulk/record/rejects.ts";
import type { Outputs } from "../bulk/run/outputs.ts";
import type { OpenedRoster } from "../bulk/run/push-files.ts";
import type { FinishedEvent, RowEvent, RunEvent } from "../bulk/run-event.ts";
import type { Target } from "../bulk/target/target.ts";
import { followRun } from "./broken-run.ts";
import type { PUSH } from "./commands/push.ts";
import type { ExitCode } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import { createOutputLosses } from "./output-losses.ts";
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
  /**
   * What an error leaves of a run that had begun: its end, as the run told it, or else told here. Before that it throws the error
   * again, and nothing stays behind.
   */
  readonly breakOff: (error: unknown) => FinishedEvent;
  /** Completes the files, those that can be, and prints the end of the run. */
  readonly finish: (finished: FinishedEvent) => Promise<void>;
  /** The exit code that an output asks for which could not be written; nothing where all were. */
  readonly exitCode: () => ExitCode | undefined;
}

/** Files are opened before anything is sent, so that one that cannot be written stops the run in time. */
export function createPushOutputs({ settings, target, io }: PushOutputsOptions): PushOutputs {
  const { destination, remedies } = target;
  const { effect } = target.facts;
  const { quiet } = settings;
  const { rejects: rejectsFile = "", audit: auditFile = "", report: reportFile = "" } = settings;
  const run = followRun();
  const progress = createRunProgress({ io, quiet });
  const summary = createRunSummary({ maxListed: io.maxListed, remedies, effect, quiet });
  const report = reportFile ? createReport({ file: reportFile, destination, remedies, effect }) : undefined;
  const losses = createOutputLosses(io);
  let rejects: Rejects | undefined;
  let audit: Audit | undefined;
  let hasBegun = false;

  function onEvent(event: RunEvent): void {
    run.add(event);
    progress.show(event);
    summary.add(event);
    report?.add(event);
    if (event.type === "planned") sayNotes(event);
    if (settings.json) io.print(renderEvent(event));
  }
  function sayNotes(plan: Plan): void {
    for (const note of describeNotes(quiet ? withoutIgnored(plan) : plan)) io.say(note);
  }
  function onBegin(id: number): void {
    hasBegun = true;
    audit?.begin(id);
  }
  function onSettling(rows: readonly RowEvent[]): void {
    try {
      audit?.add(rows);
    } catch (error) {
      // The run is ended by it, and tells of it at its end.
      losses.mark(auditFile);
      throw error;
    }
  }
  function onReject(row: Row, reasons: readonly Reason[]): void {
    if (!losses.has(rejectsFile)) losses.guard(rejectsFile, () => rejects?.add({ row, reasons }));
  }
  function open({ isDropped, isMendedRejects }: OpenedRoster): Outputs {
    if (!isMendedRejects) refuseRosterAsRejects(settings);
    if (auditFile) audit = createAudit({ file: auditFile, destination });
    if (rejectsFile) rejects = createRejects({ file: rejectsFile, isDropped });
    return {
      onEvent,
      onReject,
      onSettling,
      onBegin,
      drain: io.drained,
    };
  }
  function breakOff(error: unknown): FinishedEvent {
    if (!hasBegun) rejects?.discard();
    if (!hasBegun) throw error;
    const told = run.finished();
    if (told) return told;
    const finished = run.breakOff(error);
    onEvent(finished);
    return finished;
  }
  /** Nobody was sent yet by a run that had not begun. */
  function exitCode(): ExitCode | undefined {
    const code = losses.exitCode();
    return code !== 70 && code !== undefined && hasBegun ? 8 : code;
  }
  /** Rejects that were read are replaced when all that is to be kept of them is in the new ones. */
  function mustKeepRejects({ totals, stop }: FinishedEvent): boolean {
    const isDone = !stop && totals.notAttempted + totals.uncertain === 0 && !rejects?.isIncomplete();
    return !isDone && readsRejects(settings);
  }
  async function finishRejects(finished: FinishedEvent): Promise<boolean | undefined> {
    if (losses.has(rejectsFile)) return false;
    if (!mustKeepRejects(finished)) return rejects?.finish({ isWhole: !finished.stop });
    rejects?.discard();
    io.say(`${rejectsFile} stays as it was, because not all that it holds could be delivered.`);
    return true;
  }
  async function finish(finished: FinishedEvent): Promise<void> {
    losses.guard(auditFile, () => audit?.close());
    const hasRejects = await losses.guardAsync(rejectsFile, () => finishRejects(finished));
    const left: LeftBehind = {
      rejects: hasRejects ? rejectsFile : undefined,
      audit: audit && hasBegun && !losses.has(auditFile) ? auditFile : undefined,
      report: settings.report,
    };
    losses.guard(reportFile, () => report?.write(left));
    const shown = losses.has(reportFile) ? { ...left, report: undefined } : left;
    if (!settings.json) io.print(summary.render(shown));
  }
  return { open, breakOff, finish, exitCode };
}
