import { createOpscomClient } from "userpush/opscom";
import { contractFixtures, validProfile } from "userpush/testing";
import { test as base, expect } from "vitest";

const test = base.extend(contractFixtures);
const settings = { tenant: "OC_TOMA", apiToken: "YOUR-API-TOKEN" };

test("a second push updates the same person", async ({ contractDouble }) => {
  const opscom = createOpscomClient({ ...settings, baseUrl: contractDouble.url });
  const first = await opscom.pushProfile(validProfile());
  const second = await opscom.pushProfile(validProfile({ city: "Toronto" }));
  expect(second.reference_id).toBe(first.reference_id);
  expect(contractDouble.people("opscom")[0]?.record["city"]).toBe("Toronto");
});

test("an e-mail that somebody else has is a fault with a code", async ({ contractMock }) => {
  const opscom = createOpscomClient({ ...settings, baseUrl: contractMock.url });
  contractMock.respondWith({ fault: 9019 });
  const result = await opscom.safe.pushProfile(validProfile());
  expect(result).toMatchObject({
    ok: false,
    error: { code: "rejected", fault: { code: 9019, field: "email" } },
  });
});

test("a name that is too long is never sent", async ({ contractMock }) => {
  const opscom = createOpscomClient({ ...settings, baseUrl: contractMock.url });
  const result = await opscom.safe.pushProfile(validProfile({ first_name: "A".repeat(51) }));
  expect(result).toMatchObject({ ok: false, error: { code: "validation" } });
  expect(contractMock.requests).toEqual([]);
});
