import { describe, expect, test } from "vitest";
import { createOpscomClient } from "../../src/apis/opscom.ts";
import { fetchTransport } from "../../src/index.ts";
import {
  type ContractFetch,
  contractFixtures,
  createContractFetch,
  validProfiles,
} from "../../src/testing/index.ts";

const withContract = test.extend(contractFixtures);

function clientOf({ fetch, url }: ContractFetch) {
  return createOpscomClient({
    tenant: "OC_TOMA",
    apiToken: "t",
    baseUrl: url,
    transport: fetchTransport(fetch),
  });
}

describe("a suite of contract tests", { timeout: 60_000 }, () => {
  test("makes 500 exchanges, each with a mock of its own, in less than 5 seconds", async () => {
    const before = process.cpuUsage();
    for (const profile of validProfiles(500)) {
      const contract = await createContractFetch({ apis: ["opscom"] });
      await clientOf(contract).pushProfile(profile);
      expect(contract.requests).toHaveLength(1);
    }
    // Not by the clock: a machine that is busy with something else must not fail it.
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000_000).toBeLessThan(5);
  });

  test("shares nothing with another that runs at the same time", async () => {
    const seen = await Promise.all(
      validProfiles(20).map(async (profile, index) => {
        const contract = await createContractFetch({ apis: ["opscom"] });
        contract.respondWith({ fault: 9000 + index });
        const result = await clientOf(contract).safe.pushProfile(profile);
        const bodies = contract.requests.map(({ body }) => (body as typeof profile).unique_id);
        return [result, bodies];
      }),
    );
    const wanted = validProfiles(20).map(({ unique_id }, index) => [
      { error: { fault: { code: 9000 + index } } },
      [unique_id],
    ]);
    expect(seen).toMatchObject(wanted);
  });
});

describe("the fixtures for Vitest", () => {
  const urls: string[] = [];

  withContract("give a fetch without a socket", async ({ contractFetch }) => {
    expect(await clientOf(contractFetch).listUserTypes()).toMatchObject({ status: "success" });
  });

  withContract("give a mock of its own to each test", async ({ contractMock }) => {
    urls.push(contractMock.url);
    expect((await fetch(contractMock.url)).status).toBe(404);
  });

  withContract("give a double, and close what a test before had", async ({ contractDouble }) => {
    expect((await fetch(contractDouble.url)).status).toBe(404);
    await expect(fetch(urls[0] as string)).rejects.toThrow("fetch failed");
  });
});
