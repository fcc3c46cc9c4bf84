import assert from "node:assert/strict";
import test, { type TestContext } from "node:test";
import { createOpscomClient } from "userpush/opscom";
import { contractDoubleFor } from "userpush/testing";
import { enrol, type Student } from "../src/enrol.ts";

const ANN: Student = {
  number: "00123456",
  givenName: "Ann",
  familyName: "Example",
  mail: "ann.example@example.edu",
  born: new Date("2001-01-31"),
};

async function connect(t: TestContext) {
  const double = await contractDoubleFor(t, { apis: ["opscom"], accepted: { login_source: ["OPSCOM"] } });
  const opscom = createOpscomClient({ tenant: "OC_TOMA", apiToken: "t0ken", baseUrl: double.url });
  return { double, opscom };
}

test("a student who enrols is known to OPS-COM, by number and birth date", async (t) => {
  const { double, opscom } = await connect(t);
  assert.deepEqual(await enrol(ANN, opscom), { parkingId: 1 });
  const [person] = double.people("opscom");
  assert.equal(person?.record["student_no"], "00123456");
  assert.equal(person?.record["date_of_birth"], "2001-01-31");
});

test("a student who enrols again keeps the id", async (t) => {
  const { double, opscom } = await connect(t);
  const ids = [await enrol(ANN, opscom), await enrol({ ...ANN, familyName: "Sample" }, opscom)];
  assert.deepEqual(ids, [{ parkingId: 1 }, { parkingId: 1 }]);
  assert.equal(double.people("opscom")[0]?.record["last_name"], "Sample");
});

test("an answer that was lost makes no second student", async (t) => {
  const { double, opscom } = await connect(t);
  double.failNext("lostAnswer");
  assert.deepEqual(await enrol(ANN, opscom), { parkingId: 1 });
  assert.equal(double.people("opscom").length, 1);
});

test("a student with the e-mail of another is a problem that says so", async (t) => {
  const { opscom } = await connect(t);
  await enrol(ANN, opscom);
  const result = await enrol({ ...ANN, number: "00999999" }, opscom);
  assert.match("problem" in result ? result.problem : "", /e-mail must be unique/);
});

test("a name that is too long for OPS-COM is never sent", async (t) => {
  const { double, opscom } = await connect(t);
  const result = await enrol({ ...ANN, givenName: "A".repeat(51) }, opscom);
  assert.match("problem" in result ? result.problem : "", /first_name.*50/);
  assert.equal(double.requests.length, 0);
});
