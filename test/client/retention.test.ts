import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

// As Node's fetch does, the transport keeps each signal: there, until the next great collection.
const PROGRAM = `
import { createOpscomClient } from "./src/apis/opscom.ts";
const signals = [];
const answers = [];
function answer() {
  const body = new TextEncoder().encode('{"status":"success","reference_id":44}');
  const given = { status: 200, headers: () => new Headers(), read: async (sink) => sink(body) };
  answers.push(new WeakRef(given));
  return given;
}
async function transport({ signal }) {
  signals.push(signal);
  return answer();
}
const { pushProfile } = createOpscomClient({ tenant: "T", apiToken: "t", transport });
for (let call = 0; call < 20; call += 1) await pushProfile({ unique_id: "1", login_source: "OPSCOM" });
await new Promise((resolve) => setTimeout(resolve, 50));
globalThis.gc();
console.log(signals.length, answers.filter((one) => one.deref()).length);
`;

test("a call that is over is not kept by the signal that its transport got", async () => {
  const args = ["--expose-gc", "--input-type=module-typescript", "--eval", PROGRAM];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const [signals, kept] = stdout.split(" ").map(Number);
  expect(signals).toBe(20);
  // The last may be on the stack still.
  expect(kept).toBeLessThanOrEqual(1);
});
