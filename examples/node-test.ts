import assert from "node:assert/strict";
import test from "node:test";
import { createOpscomClient } from "userpush/opscom";
import { contractDoubleFor, invalidProfiles, validProfile } from "userpush/testing";

const settings = { tenant: "OC_TOMA", apiToken: "YOUR-API-TOKEN" };

test("a second push updates the same person", async (t) => {
  const double = await contractDoubleFor(t, { apis: ["opscom"] });
  const opscom = createOpscomClient({ ...settings, baseUrl: double.url });
  const first = await opscom.pushProfile(validProfile());
  const second = await opscom.pushProfile(validProfile({ city: "Toronto" }));
  assert.equal(first.reference_id, second.reference_id);
  assert.equal(double.people("opscom")[0]?.record["city"], "Toronto");
});

test("a lost connection is tried again", async (t) => {
  const double = await contractDoubleFor(t, { apis: ["opscom"] });
  const opscom = createOpscomClient({ ...settings, baseUrl: double.url });
  double.failNext("lostAnswer");
  await opscom.pushProfile(validProfile());
  assert.deepEqual([double.requests.length, double.people("opscom").length], [2, 1]);
});

test("what the contract forbids is never sent", async (t) => {
  const double = await contractDoubleFor(t, { apis: ["opscom"] });
  const opscom = createOpscomClient({ ...settings, baseUrl: double.url });
  for (const { record } of invalidProfiles()) {
    const result = await opscom.safe.pushProfile(record as ReturnType<typeof validProfile>);
    assert.equal(result.ok, false);
  }
  assert.equal(double.requests.length, 0);
});
