import { createPrivateFile, preparePrivateFile } from "../bulk/record/private-file.ts";
import { createDispatchers } from "../node/dispatchers.ts";
import { undiciTransport } from "../node/undici-transport.ts";
import type { VerifyResult } from "../testing/verify/finding.ts";
import { verifyContract } from "../testing/verify/verify-contract.ts";
import type { VERIFY } from "./commands/verify.ts";
import { createTarget } from "./create-target.ts";
import type { ExitCode } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import { renderJunit } from "./render/verify-junit.ts";
import { isUnanswered, renderResult, renderVerdict } from "./render/verify-text.ts";
import type { Settings } from "./settings/resolve-settings.ts";
import { UsageError } from "./usage-error.ts";
import { exitCodeOf } from "./watch-signals.ts";

/** Calls a live API as its document allows and forbids, and tells how its answers depart from the document. */
export async function verify(settings: Settings<typeof VERIFY>, io: Io): Promise<ExitCode> {
  const { api, baseUrl, junit } = settings;
  if (baseUrl === undefined) throw new UsageError("--base-url is missing: it must say which API is meant");
  await refuseWrongSettings(settings);
  if (junit !== undefined) preparePrivateFile(junit);
  const results = await callEach({ ...settings, baseUrl }, io);
  if (io.signal.aborted) return exitCodeOf(io.signal);
  if (results.length === 0)
    throw new UsageError(`${api} has no call without effect; --write allows test people`);
  io.print(renderVerdict(results));
  if (junit !== undefined) writeJunit(junit, renderJunit(api, results));
  return exitCodeFor(results);
}

/** As every output, readable by its owner alone: it holds what an API answered. */
function writeJunit(file: string, text: string): void {
  const page = createPrivateFile(file);
  page.write(text);
  page.finish();
}

type Called = Settings<typeof VERIFY> & { readonly baseUrl: string };

/** Makes the calls and prints each result as it comes, until all are made or the person gives up. */
async function callEach(settings: Called, { signal, print }: Io): Promise<VerifyResult[]> {
  const { api, baseUrl, maxMs, write, keyPrefix, tenant = "" } = settings;
  const { apiToken: secret, headers } = settings.secrets();
  const caller = { path: { tenant }, secret, headers, keyPrefix: write ? keyPrefix : undefined };
  const dispatchers = createDispatchers();
  const dispatcher = dispatchers.to(new URL(baseUrl).hostname);
  const results: VerifyResult[] = [];
  try {
    for await (const result of verifyContract({ api, baseUrl, maxMs, signal, dispatcher, ...caller })) {
      if (signal.aborted) break;
      results.push(result);
      print(renderResult(result));
    }
  } finally {
    await dispatchers.close();
  }
  return results;
}

/** A client is made and thrown away: it knows what is wrong with an address, a tenant and a token. */
async function refuseWrongSettings(settings: Settings<typeof VERIFY>): Promise<void> {
  const transport = undiciTransport();
  try {
    createTarget(settings, transport);
  } finally {
    await transport.close();
  }
}

function exitCodeFor(results: readonly VerifyResult[]): ExitCode {
  if (results.length > 0 && results.every(isUnanswered)) return 5;
  return results.some(({ findings }) => findings.length > 0) ? 7 : 0;
}
