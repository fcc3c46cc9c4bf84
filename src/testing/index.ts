export type { ApiName } from "./contract.ts";
export { type ContractMock, type ContractMockOptions, startContractMock } from "./start-contract-mock.ts";
