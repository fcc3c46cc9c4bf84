import { once } from "node:events";
import { didYouMean } from "../bulk/nearest.ts";
import type { ApiName } from "../testing/contract.ts";
import { contracts } from "../testing/contract.ts";
import { startContractMock } from "../testing/start-contract-mock.ts";
import type { MOCK } from "./commands/mock.ts";
import type { ExitCode } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import type { Settings } from "./settings/resolve-settings.ts";
import { UsageError } from "./usage-error.ts";

/** Runs the contract mock until it is told to stop. */
export async function mock({ values, port, host }: Settings<typeof MOCK>, io: Io): Promise<ExitCode> {
  const apis = values.length > 0 ? values.map(toApiName) : (Object.keys(contracts) as ApiName[]);
  const server = await startContractMock({ apis, port, host, log: io.say });
  io.print(`userpush mock ready: ${server.url} (${apis.join(", ")})`);
  if (!io.signal.aborted) await once(io.signal, "abort");
  await server.close();
  return 0;
}

function toApiName(name: string): ApiName {
  if (Object.hasOwn(contracts, name)) return name as ApiName;
  const known = Object.keys(contracts);
  throw new UsageError(`there is no API "${name}"; there are ${known.join(", ")}.${didYouMean(name, known)}`);
}
