import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

const run = promisify(execFile);
const PROGRAM = join(import.meta.dirname, "push-over-tls.ts");
const file = (name: string) => join(import.meta.dirname, "tls", name);

/** An API behind a certificate that an authority of the campus has signed. */
let requests = 0;
const server = createServer(
  { key: readFileSync(file("server.key")), cert: readFileSync(file("server.pem")) },
  (request, response) => {
    requests += 1;
    request.resume().on("end", () => response.end('{"id":1}'));
  },
);
beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => {
  server.close();
});
beforeEach(() => {
  requests = 0;
});

async function create(environment: Readonly<Record<string, string>>): Promise<string> {
  const { port } = server.address() as AddressInfo;
  const env = { PATH: process.env["PATH"] ?? "", ...environment };
  const { stdout } = await run(process.execPath, [PROGRAM, `https://localhost:${port}`], { env });
  return stdout.trim();
}

test("an authority that NODE_EXTRA_CA_CERTS names is trusted by both transports", async () => {
  expect(await create({ NODE_EXTRA_CA_CERTS: file("ca.pem") })).toBe("created, created");
  expect(requests).toBe(2);
});

test("a certificate of an unknown authority is a network error, and it is certain that nobody was created", async () => {
  expect(await create({})).toBe("network certain, network certain");
  expect(requests).toBe(0);
});
