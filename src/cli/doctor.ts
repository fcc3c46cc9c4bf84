import { API_FACTS } from "../bulk/target/api-facts.ts";
import { undiciTransport } from "../node/undici-transport.ts";
import type { DOCTOR } from "./commands/doctor.ts";
import { createTarget } from "./create-target.ts";
import type { Check } from "./doctor/check.ts";
import { examine } from "./doctor/examine.ts";
import type { ExitCode } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import type { Settings } from "./settings/resolve-settings.ts";
import { exitCodeOf } from "./watch-signals.ts";

/** Checks the way to an API and says of each step what was found and what to do. */
export async function doctor(settings: Settings<typeof DOCTOR>, io: Io): Promise<ExitCode> {
  const { api, json, baseUrl = API_FACTS[api].facts.baseUrl } = settings;
  const { environment, signal } = io;
  const transport = undiciTransport();
  try {
    const target = createTarget(settings, transport);
    const checks: Check[] = [];
    for await (const check of examine({
      target,
      url: new URL(baseUrl as string),
      transport,
      environment,
      signal,
    })) {
      checks.push(check);
      if (!json) io.print(render(check));
      if (signal.aborted) return exitCodeOf(signal);
    }
    const exitCode = checks.find((check) => check.exitCode !== undefined)?.exitCode ?? 0;
    if (json) io.print(JSON.stringify({ version: 1, api, exitCode, checks }, undefined, 2));
    return exitCode;
  } finally {
    await transport.close();
  }
}

const OUTCOMES: Readonly<Record<Check["outcome"], string>> = {
  ok: "ok",
  failed: "failed",
  notChecked: "not checked",
};

function render({ subject, outcome, found, advice }: Check): string {
  const line = `${OUTCOMES[outcome].padEnd(11)}  ${subject.padEnd(11)}  ${found}`;
  return advice === undefined ? line : `${line.replace(/\.$/, "")}. ${advice}`;
}
