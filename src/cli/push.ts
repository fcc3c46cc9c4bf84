import { type RunEvent, runPush } from "../bulk/run.ts";
import type { Target } from "../bulk/target/target.ts";
import type { Target as SimpleTarget } from "../bulk/target.ts";
import { undiciTransport } from "../node/undici-transport.ts";
import type { PUSH } from "./commands/push.ts";
import { createTarget } from "./create-target.ts";
import type { ExitCode } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import { createProgressLine } from "./render/progress-line.ts";
import { createSummary } from "./render/summary.ts";
import type { Settings } from "./settings/resolve-settings.ts";
import { exitCodeOf } from "./watch-signals.ts";

/** More columns are not named: a file of another kind has many. */
const MAX_COLUMNS = 20;

type Finished = Extract<RunEvent, { type: "finished" }>;

/** Pushes a file and says what became of it: progress on standard error, the summary on standard output. */
export async function push(settings: Settings<typeof PUSH>, io: Io): Promise<ExitCode> {
  const [file = ""] = settings.values;
  const { concurrency = 4 } = settings;
  const transport = undiciTransport();
  try {
    const target = createTarget(settings, transport);
    const run = runPush({ file, target: simplify(target), concurrency, signal: io.signal });
    return await watch(run, target.remedies, io);
  } finally {
    await transport.close();
  }
}

function simplify({ facts, fields, check, push: send }: Target): SimpleTarget {
  return {
    facts,
    fields,
    check: (record) =>
      check({ ...record }).reasons.map(({ code, answered: _, ...reason }) => ({
        ...reason,
        ...(code === undefined ? {} : { wouldBe: code }),
      })),
    push: (record) => send({ ...record }, {}),
  };
}

async function watch(run: AsyncIterable<RunEvent>, remedies: Target["remedies"], io: Io): Promise<ExitCode> {
  const progress = createProgressLine(io);
  const summary = createSummary(io.maxListed, remedies);
  io.signal.addEventListener("abort", () => io.say("Finishing what is in flight; once more stops at once."));
  let finished: Finished | undefined;
  for await (const event of run) {
    if (event.type === "started") sayIgnored(event.ignoredColumns, io);
    progress.show(event);
    summary.add(event);
    if (event.type === "finished") finished = event;
  }
  io.print(summary.render());
  return exitCode(finished as Finished, io.signal);
}

function sayIgnored(columns: readonly string[], io: Io): void {
  if (columns.length > 0)
    io.say(`Not sent, because the API has no such field: ${columns.slice(0, MAX_COLUMNS).join(", ")}`);
}

function exitCode({ totals, stop }: Finished, signal: AbortSignal): ExitCode {
  if (stop?.reason === "interrupted") return exitCodeOf(signal);
  if (stop) return stop.reason === "refused" ? 4 : 5;
  if (totals.failed > 0 && totals.pushed === 0) return 5;
  return totals.rejected + totals.failed > 0 ? 1 : 0;
}
