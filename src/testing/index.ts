export type { ApiName } from "./contract.ts";
export type { RememberedPerson } from "./double/memory.ts";
export type { Finding } from "./exchange.ts";
export type { ReceivedRequest } from "./received-request.ts";
export type { Failure, ScriptedAnswer } from "./script.ts";
export {
  type ContractDouble,
  type ContractDoubleOptions,
  startContractDouble,
} from "./start-contract-double.ts";
export { type ContractMock, type ContractMockOptions, startContractMock } from "./start-contract-mock.ts";
export type { TestControls } from "./test-controls.ts";
