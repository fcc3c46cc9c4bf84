import type { Brake } from "../bulk/plan/plan.ts";
import { pushFiles } from "../bulk/run/push-files.ts";
import type { FinishedEvent } from "../bulk/run-event.ts";
import { undiciTransport } from "../node/undici-transport.ts";
import { boundMemory } from "./bound-memory.ts";
import type { PUSH } from "./commands/push.ts";
import { createTarget } from "./create-target.ts";
import type { ExitCode } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import { createPushOutputs, type PushOutputs } from "./push-outputs.ts";
import { refuseSharedFiles } from "./refuse-shared-files.ts";
import { reportFailure } from "./report-failure.ts";
import { toRunOptions } from "./run-settings.ts";
import type { Settings } from "./settings/resolve-settings.ts";
import { exitCodeIfEnded, exitCodeOf } from "./watch-signals.ts";

/** Pushes a roster and says what became of it: progress on standard error, the summary on standard output. */
export async function push(settings: Settings<typeof PUSH>, io: Io): Promise<ExitCode> {
  boundMemory();
  refuseSharedFiles(settings);
  const transport = undiciTransport();
  try {
    const target = createTarget(settings, transport);
    const options = await toRunOptions(settings, target, io);
    const outputs = createPushOutputs({ settings, target, io });
    const sayInterrupted = () => io.say("Finishing what is in flight; once more stops at once.");
    io.signal.addEventListener("abort", sayInterrupted, { once: true });
    const pushing = pushFiles({
      ...options,
      concurrency: settings.concurrency,
      ratePerSecond: settings.rate,
      confirmFirstRun: (brake) => confirm(brake, io),
      openOutputs: outputs.open,
      signal: io.signal,
    });
    return await complete(pushing, outputs, io);
  } catch (error) {
    return exitCodeIfEnded(error, io.signal);
  } finally {
    await transport.close();
  }
}

/** Whatever ends a run that had begun, what it did is told, and its files are completed; the error comes last. */
async function complete(pushing: Promise<FinishedEvent>, outputs: PushOutputs, io: Io): Promise<ExitCode> {
  let broken: { readonly error: unknown } | undefined;
  const finished = await pushing.catch((error: unknown) => {
    broken = { error };
    return outputs.breakOff(error);
  });
  await outputs.finish(finished);
  if (broken) return reportFailure(broken.error, io) === 70 ? 70 : STOP_CODES.brokenOff;
  return outputs.exitCode() ?? exitCode(finished, io.signal);
}

async function confirm({ message }: Brake, { ask }: Io): Promise<boolean> {
  return (await ask?.(`${message}\nIs this the first run, and shall it begin?`)) ?? false;
}

const STOP_CODES = {
  braked: 3,
  refused: 4,
  unreachable: 5,
  failing: 5,
  fileChanged: 8,
  brokenOff: 8,
} as const;

function exitCode({ totals, stop }: FinishedEvent, signal: AbortSignal): ExitCode {
  if (stop?.reason === "interrupted") return exitCodeOf(signal);
  if (stop) return STOP_CODES[stop.reason];
  return totals.rejected + totals.uncertain + totals.notAttempted > 0 ? 1 : 0;
}
