import {
  type ContractFetch,
  type ContractFetchOptions,
  createContractFetch,
} from "./create-contract-fetch.ts";
import {
  type ContractDouble,
  type ContractDoubleOptions,
  startContractDouble,
} from "./start-contract-double.ts";
import { type ContractMock, type ContractMockOptions, startContractMock } from "./start-contract-mock.ts";

type Use<T> = (value: T) => Promise<void>;

/**
 * Fixtures for Vitest: `const test = base.extend(contractFixtures)`. Each test that names one gets its own; it is closed
 * when the test has ended. This package does not import Vitest.
 */
export const contractFixtures = {
  // Vitest reads the names of a fixture's dependencies from this pattern, and insists on one.
  // biome-ignore-start lint/correctness/noEmptyPattern: none of them depends on another.
  /** The mock as a `fetch`. */
  contractFetch: async ({}: object, use: Use<ContractFetch>) => use(await createContractFetch()),
  /** The mock on a port of this machine. */
  contractMock: async ({}: object, use: Use<ContractMock>) => lend(await startContractMock(), use),
  /** A double, which remembers people, on a port of this machine. */
  contractDouble: async ({}: object, use: Use<ContractDouble>) => lend(await startContractDouble(), use),
  // biome-ignore-end lint/correctness/noEmptyPattern: end of the fixtures.
};

async function lend<T extends { close(): Promise<void> }>(server: T, use: Use<T>): Promise<void> {
  try {
    await use(server);
  } finally {
    await server.close();
  }
}

/** The part of a test's context that is needed to clean up; that of `node:test` has it. */
export interface TestContext {
  /** Called when the test has ended. */
  after(cleanUp: () => Promise<void>): void;
}

/** For `node:test`: a `fetch` for this test alone. */
export function contractFetchFor(_: TestContext, options?: ContractFetchOptions): Promise<ContractFetch> {
  return createContractFetch(options);
}

/** For `node:test`: a mock that is closed when the test has ended. */
export async function contractMockFor(
  test: TestContext,
  options?: ContractMockOptions,
): Promise<ContractMock> {
  return closing(test, await startContractMock(options));
}

/** For `node:test`: a double that is closed when the test has ended. */
export async function contractDoubleFor(
  test: TestContext,
  options?: ContractDoubleOptions,
): Promise<ContractDouble> {
  return closing(test, await startContractDouble(options));
}

function closing<T extends { close(): Promise<void> }>(test: TestContext, server: T): T {
  test.after(() => server.close());
  return server;
}
