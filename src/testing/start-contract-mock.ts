import { answerByDocument } from "./answer-by-document.ts";
import { checkOptions, SERVE_OPTIONS } from "./check-options.ts";
import { type ApiName, type Contract, contractsOf } from "./contract.ts";
import { startPrisms } from "./prism.ts";
import { type RunningServer, type ServeOptions, serve } from "./serve.ts";
import { control, type TestControls } from "./test-controls.ts";

/** Where a mock listens, and for which APIs it answers. */
export interface ContractMockOptions extends ServeOptions {
  /** The APIs to answer for, all on one port. Default: all three. */
  readonly apis?: readonly ApiName[] | undefined;
}

/** A running mock. */
export interface ContractMock extends RunningServer, TestControls {}

/**
 * Starts a server that answers as the OpenAPI documents say: a valid request gets the documented success, any other
 * the documented fault with every reason. `Prefer: code=…, example=…` asks for another documented answer.
 * Rejects when the port is taken, and when `@stoplight/prism-http` (an optional peer) is not installed.
 */
export async function startContractMock(given: ContractMockOptions = {}): Promise<ContractMock> {
  checkOptions(given, ["apis", ...SERVE_OPTIONS]);
  const { apis, ...options } = given;
  return serveContracts(contractsOf(apis), options);
}

/** The same for contracts of any origin. */
export async function serveContracts(
  contracts: readonly Contract[],
  options: ServeOptions,
): Promise<ContractMock> {
  const { handle, controls } = control(await startPrisms(contracts), answerByDocument);
  return { ...(await serve(handle, options)), ...controls };
}
