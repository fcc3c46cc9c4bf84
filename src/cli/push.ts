import { createOpscomClient } from "../apis/opscom.ts";
import { type RunEvent, runPush } from "../bulk/run.ts";
import { opscomTarget, type Target } from "../bulk/target.ts";
import type { Transport } from "../client/transport.ts";
import { undiciTransport } from "../node/undici-transport.ts";
import type { Invocation } from "./command.ts";
import type { ExitCode } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import { createProgressLine } from "./render/progress-line.ts";
import { createSummary } from "./render/summary.ts";
import { UsageError } from "./usage-error.ts";
import { exitCodeOf } from "./watch-signals.ts";

type Finished = Extract<RunEvent, { type: "finished" }>;

/** Pushes a file and says what became of it: progress on standard error, the summary on standard output. */
export async function push({ values, options }: Invocation, io: Io): Promise<ExitCode> {
  const file = values[0] as string;
  const { concurrency } = options as { concurrency: number };
  const transport = undiciTransport();
  const target = createTarget(options, io, transport);
  const run = runPush({ file, target, concurrency, signal: io.signal });
  const progress = createProgressLine(io);
  const summary = createSummary();
  let finished: Finished | undefined;
  for await (const event of run) {
    progress.show(event);
    summary.add(event);
    if (event.type === "finished") finished = event;
  }
  await transport.close();
  io.print(summary.render());
  return exitCode(finished as Finished, io.signal);
}

function createTarget(options: Invocation["options"], { environment }: Io, transport: Transport): Target {
  const tenant = require(options[
    "tenant"
  ], "--tenant or OPSCOM_TENANT", "the client code that OPS-COM gave you");
  const apiToken = require(environment[
    "OPSCOM_API_TOKEN"
  ], "OPSCOM_API_TOKEN", "the API token that OPS-COM gave you");
  require(options["api"], "--api", "where to push to: opscom");
  const baseUrl = options["base-url"] as string | undefined;
  return opscomTarget(createOpscomClient({ tenant, apiToken, baseUrl, transport }));
}

function require(value: unknown, setting: string, meaning: string): string {
  if (typeof value === "string" && value !== "") return value;
  throw new UsageError(`${setting} is missing: ${meaning}. Try: userpush push --help`);
}

function exitCode({ totals, stop }: Finished, signal: AbortSignal): ExitCode {
  if (stop?.reason === "interrupted") return exitCodeOf(signal);
  if (stop) return stop.reason === "refused" ? 4 : 5;
  return totals.rejected > 0 ? 1 : 0;
}
