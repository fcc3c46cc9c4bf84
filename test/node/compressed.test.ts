import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, createGzip, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCcsClient } from "../../src/apis/ccs.ts";
import { fetchTransport } from "../../src/client/fetch-transport.ts";
import type { Transport } from "../../src/client/transport.ts";
import { undiciTransport } from "../../src/node/undici-transport.ts";

const USER = { email: "ann@example.com", firstName: "Ann", roleId: 1 };
const ANSWER = '{"id":44}';
const MEBIBYTE = 1024 * 1024;

let listener: RequestListener;
let server: Server;
let baseUrl: string;
beforeAll(async () => {
  server = createServer((request, response) => listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

/** Answers with bytes, each chunk as a packet of its own. */
function answer(encoding: string, chunks: readonly Uint8Array[], status = 200): void {
  listener = async (_, response) => {
    response.writeHead(status, { "Content-Encoding": encoding });
    for (const chunk of chunks) await new Promise((resolve) => response.write(chunk, resolve));
    response.end();
  };
}

const undici = undiciTransport();
afterAll(() => undici.close());

const add = (transport: Transport = undici, timeoutMs = 10_000) =>
  createCcsClient({ baseUrl, transport, timeoutMs, maxRetries: 0 }).safe.addUser(USER);

const inBytes = (whole: Uint8Array) => Array.from(whole, (byte) => Uint8Array.of(byte));

describe.each([
  ["fetch", fetchTransport()],
  ["undici", undici],
])("through %s", (_, transport) => {
  test.each<[encoding: string, body: Uint8Array]>([
    ["gzip", gzipSync(ANSWER)],
    ["GZIP", gzipSync(ANSWER)],
    ["x-gzip", gzipSync(ANSWER)],
    ["deflate", deflateSync(ANSWER)],
    ["deflate", deflateRawSync(ANSWER)],
    ["br", brotliCompressSync(ANSWER)],
    ["identity", Buffer.from(ANSWER)],
  ])("a body in %s is decoded, whole or byte by byte", async (encoding, body) => {
    for (const chunks of [[body], inBytes(body)]) {
      answer(encoding, chunks);
      expect(await add(transport)).toMatchObject({ ok: true, data: { id: 44 } });
    }
  });

  test("the bound of 1 MiB is one of decoded bytes", async () => {
    answer("gzip", [gzipSync(ANSWER.padEnd(MEBIBYTE))]);
    expect(await add(transport)).toMatchObject({ ok: true });
    answer("gzip", [gzipSync(ANSWER.padEnd(MEBIBYTE + 1))]);
    expect(await add(transport)).toMatchObject({
      error: { code: "parse", message: "addUser failed: the answer has more than 1 MiB" },
    });
  });

  test("a refusal in gzip is read", async () => {
    answer("gzip", [gzipSync('{"error":"no such role"}')], 400);
    expect(await add(transport)).toMatchObject({ error: { code: "rejected", status: 400 } });
  });
});

test("a body without an end is stopped at the bound, and its connection closed", async () => {
  let isClosed = false;
  listener = (request, response) => {
    response.writeHead(200, { "content-encoding": "gzip" });
    const bomb = createGzip();
    bomb.pipe(response);
    const zeros = Buffer.alloc(MEBIBYTE);
    const more = () => bomb.write(zeros, () => !isClosed && setImmediate(more));
    more();
    request.socket.on("close", () => {
      isClosed = true;
    });
  };
  expect(await add()).toMatchObject({ error: { message: "addUser failed: the answer has more than 1 MiB" } });
  await expect.poll(() => isClosed).toBe(true);
});

test("compressed bytes that come to nothing are not hoarded: the connection waits for the decoder", async () => {
  // Empty blocks of a length of zero: five bytes each, and none decoded.
  const block = Buffer.concat(Array.from({ length: 200_000 }, () => Buffer.from([0, 0, 0, 0xff, 0xff])));
  const head = gzipSync("").subarray(0, 10);
  let isClosed = false;
  listener = async (request, response) => {
    request.socket.on("close", () => {
      isClosed = true;
    });
    response.writeHead(200, { "content-encoding": "gzip" }).write(head);
    const sent = () => new Promise((resolve) => response.write(block, resolve));
    while (!isClosed) await Promise.race([sent(), new Promise((resolve) => setTimeout(resolve, 20))]);
  };
  const before = process.memoryUsage().arrayBuffers;
  let highest = before;
  const watch = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage().arrayBuffers);
  }, 20);
  expect(await add(undici, 1_000)).toMatchObject({ error: { code: "timeout" } });
  clearInterval(watch);
  await expect.poll(() => isClosed).toBe(true);
  expect((highest - before) / MEBIBYTE).toBeLessThan(100);
});

test("an encoding that nobody decodes is told, without a word of what came", async () => {
  answer("zstd", [Buffer.from("canary")]);
  const result = await add();
  expect(result).toMatchObject({ error: { code: "parse", status: 200 } });
  expect(!result.ok && result.error.message).toBe(
    "addUser failed: the answer has a content-encoding that is not decoded: only gzip, deflate and br are",
  );
  answer("zstd", [Buffer.from("canary")], 401);
  expect(await add()).toMatchObject({ error: { code: "authentication", status: 401 } });
});

test("a body that is not what it says is cut off", async () => {
  answer("gzip", [Buffer.from(ANSWER)]);
  expect(await add()).toMatchObject({
    error: { code: "network", message: "addUser failed: the answer was cut off (Z_DATA_ERROR)" },
  });
});

test("a body without its last bytes is read as far as it goes, and one without any is empty", async () => {
  answer("gzip", [gzipSync(ANSWER).subarray(0, -8)]);
  expect(await add()).toMatchObject({ ok: true });
  answer("gzip", []);
  expect(await add()).toMatchObject({ error: { code: "parse" } });
});

test("what is put behind a compressed body ends the connection, and harms nobody", async () => {
  answer("deflate", [Buffer.concat([deflateSync(ANSWER), Buffer.from("more")]), Buffer.from("and more")]);
  expect(await add()).toMatchObject({ ok: true });
  expect(await add()).toMatchObject({ ok: true });
});
