import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ScriptedServer, startScriptedServer } from "../support/scripted-server.ts";

let server: ScriptedServer;
beforeAll(async () => {
  server = await startScriptedServer();
});
afterAll(() => server.close());

const PROGRAM = `
import { createOpscomClient } from "./src/apis/opscom.ts";
import { fetchTransport } from "./src/client/fetch-transport.ts";
import { undiciTransport } from "./src/node/undici-transport.ts";
const collecting = setInterval(globalThis.gc, 5);
const codes = new Set();
for (const transport of [fetchTransport(), undiciTransport()]) {
  const { safe } = createOpscomClient({ tenant: "T", apiToken: "t", baseUrl: process.argv.at(-1), transport, timeoutMs: 200, maxRetries: 1, random: () => 0 });
  const person = { unique_id: "1", login_source: "OPSCOM" };
  const timed = Array.from({ length: 50 }, () => safe.pushProfile(person));
  const aborted = Array.from({ length: 50 }, () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort("enough"), 100);
    return safe.pushProfile(person, { signal: controller.signal });
  });
  for (const result of await Promise.all([...timed, ...aborted])) codes.add(result.error.code);
}
clearInterval(collecting);
console.log([...codes].sort().join());
process.exit();
`;

test.each(["in the headers", "in the body"])(
  "no call hangs under forced collection, with a server that stalls %s",
  async (where) => {
    server.play(
      where === "in the body"
        ? { answer: "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 99\r\n\r\n{" }
        : "stall",
    );
    const args = ["--expose-gc", "--input-type=module-typescript", "--eval", PROGRAM, "--", server.url];
    const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 60_000 });
    expect(stdout.trim()).toBe("aborted,timeout");
  },
);
