import { checkOptions, SERVE_OPTIONS } from "./check-options.ts";
import { type ApiName, type Contract, contracts, contractsOf } from "./contract.ts";
import { createMemory, type Memory, type RememberedPerson } from "./double/memory.ts";
import { createRememberingApi } from "./double/remember.ts";
import { type SiteRules, uniqueFieldsOf } from "./double/site-rules.ts";
import { startPrisms } from "./prism.ts";
import { holdToDocument, type Passage } from "./proxy/hold-to-document.ts";
import { createAnswerJudge } from "./proxy/judge-answer.ts";
import { type RunningServer, type ServeOptions, serve } from "./serve.ts";
import { control, type TestControls } from "./test-controls.ts";

/** Where a double listens, and what its sites require. */
export interface ContractDoubleOptions extends ServeOptions, SiteRules {
  /** The APIs to answer for, all on one port. Default: all three. */
  readonly apis?: readonly ApiName[] | undefined;
}

/** A running double. `reset` forgets its people too. */
export interface ContractDouble extends RunningServer, TestControls {
  /** The people that an API knows, in the order in which they came; none where it does not answer for that API. */
  people(api: ApiName): readonly RememberedPerson[];
}

/**
 * Starts a server that behaves as the APIs do: an upsert creates a person and then updates the same one, under one reference;
 * a create adds one each time; what must be unique is refused when another person has it. It stands behind a validation
 * proxy, so that both what is sent and what it answers keep the contract.
 * Rejects when the port is taken, and when `@stoplight/prism-http` (an optional peer) is not installed.
 */
export async function startContractDouble(options: ContractDoubleOptions = {}): Promise<ContractDouble> {
  checkOptions(options, ["apis", "accepted", "required", ...SERVE_OPTIONS]);
  const { apis, accepted, required, ...serveOptions } = options;
  const served = contractsOf(apis);
  const memories = new Map(served.map((one) => [one, createMemory(uniqueFieldsOf(one.faultGuide))]));
  const prisms = await startPrisms(served);
  const remembering = createRememberingApi(memories, { accepted, required });
  const respond = holdToDocument(remembering, createAnswerJudge(prisms), refuseDepartures);
  const { handle, controls } = control(prisms, respond, () => forgetAll(memories));
  const server = await serve(handle, serveOptions);
  return { ...server, ...controls, people: (api) => memories.get(contracts[api])?.people() ?? [] };
}

/** A double that answers what no document says would teach tests a wrong API. */
function refuseDepartures({ departures: [departure] }: Passage): void {
  if (departure) throw new Error(`${departure.operation}: ${departure.message}`);
}

function forgetAll(memories: ReadonlyMap<Contract, Memory>): void {
  for (const memory of memories.values()) memory.forget();
}
