import { type Audit, createAudit } from "../bulk/record/audit.ts";
import { createRejects, type Rejects } from "../bulk/record/rejects.ts";
import type { Outputs } from "../bulk/run/outputs.ts";
import type { RunEvent } from "../bulk/run-event.ts";
import type { Target } from "../bulk/target/target.ts";
import type { PUSH } from "./commands/push.ts";
import type { Io } from "./io.ts";
import { renderEvent } from "./render/events.ts";
import type { LeftBehind } from "./render/left-behind.ts";
import { describeNotes } from "./render/plan.ts";
import { createReport } from "./render/report/create-report.ts";
import { createRunProgress } from "./render/run-progress.ts";
import { createRunSummary } from "./render/run-summary.ts";
import type { Settings } from "./settings/resolve-settings.ts";

export interface PushOutputsOptions {
  readonly settings: Pick<Settings<typeof PUSH>, "json" | "report" | "rejects" | "audit">;
  readonly target: Target;
  readonly io: Io;
}

/** Whatever a push shows and leaves behind, as its settings ask for it. */
export interface PushOutputs {
  readonly open: (roster: { readonly isDropped: (column: string) => boolean }) => Outputs;
  /** Completes the files, and prints the end of the run. */
  readonly finish: () => Promise<void>;
}

/** Files are opened before anything is sent, so that one that cannot be written stops the run in time. */
export function createPushOutputs({ settings, target, io }: PushOutputsOptions): PushOutputs {
  const { destination, remedies } = target;
  const { effect } = target.facts;
  const progress = createRunProgress({ io });
  const summary = createRunSummary({ maxListed: io.maxListed, remedies, effect });
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
    if (event.type === "planned") for (const note of describeNotes(event)) io.say(note);
    if (settings.json) io.print(renderEvent(event));
  }
  function open({ isDropped }: Parameters<PushOutputs["open"]>[0]): Outputs {
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
  async function finish(): Promise<void> {
    audit?.close();
    const hasRejects = await rejects?.finish();
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
