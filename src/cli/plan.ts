import type { Plan } from "../bulk/plan/plan.ts";
import { planFiles } from "../bulk/run/plan-files.ts";
import { undiciTransport } from "../node/undici-transport.ts";
import { boundMemory } from "./bound-memory.ts";
import type { PLAN } from "./commands/plan.ts";
import { createTarget } from "./create-target.ts";
import type { ExitCode } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import { renderEvent } from "./render/events.ts";
import { renderPlan, withoutIgnored } from "./render/plan.ts";
import { createRunProgress } from "./render/run-progress.ts";
import { toRunOptions } from "./run-settings.ts";
import type { Settings } from "./settings/resolve-settings.ts";
import { exitCodeIfEnded } from "./watch-signals.ts";

/** Says what a push would do: progress on standard error, the plan on standard output. */
export async function plan(settings: Settings<typeof PLAN>, io: Io): Promise<ExitCode> {
  boundMemory();
  const transport = undiciTransport();
  try {
    const target = createTarget(settings, transport);
    const progress = createRunProgress({ io, quiet: settings.quiet });
    const options = await toRunOptions(settings, target, io);
    const planned = await planFiles({ ...options, onProgress: progress.show });
    const heeded = settings.quiet ? withoutIgnored(planned) : planned;
    if (settings.json) io.print(renderEvent({ type: "planned", ...planned }));
    else io.print(renderPlan(heeded, { maxListed: io.maxListed }));
    return exitCode(planned);
  } catch (error) {
    return exitCodeIfEnded(error, io.signal);
  } finally {
    await transport.close();
  }
}

function exitCode({ brakes, counts }: Plan): ExitCode {
  if (brakes.length > 0) return 3;
  return counts.rejected + counts.uncertain > 0 ? 1 : 0;
}
