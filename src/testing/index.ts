/**
 * A contract mock, a double that remembers people, and checks of a running API, for tests.
 *
 * @module userpush/testing
 */
export type { ApiName } from "./contract.ts";
export {
  type ContractFetch,
  type ContractFetchOptions,
  createContractFetch,
} from "./create-contract-fetch.ts";
export type { RememberedPerson } from "./double/memory.ts";
export type { Finding } from "./exchange.ts";
export {
  contractDoubleFor,
  contractFetchFor,
  contractFixtures,
  contractMockFor,
  type TestContext,
} from "./fixtures.ts";
export { MissingPeerError } from "./missing-peer-error.ts";
export type { ReceivedRequest } from "./received-request.ts";
export type { InvalidRecord } from "./records/invalid-records.ts";
export {
  invalidNewUsers,
  invalidProfiles,
  invalidUserPosts,
  validNewUser,
  validNewUsers,
  validProfile,
  validProfiles,
  validUserPost,
  validUserPosts,
} from "./records/records.ts";
export type { FailOptions, Failure, ScriptedAnswer } from "./script.ts";
export {
  type ContractDouble,
  type ContractDoubleOptions,
  startContractDouble,
} from "./start-contract-double.ts";
export { type ContractMock, type ContractMockOptions, startContractMock } from "./start-contract-mock.ts";
export type { TestControls } from "./test-controls.ts";
export type { DocumentLine, VerifyFinding, VerifyKind, VerifyResult } from "./verify/finding.ts";
export { type VerifyOptions, verifyContract } from "./verify/verify-contract.ts";
