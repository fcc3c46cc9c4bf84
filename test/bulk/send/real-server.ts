import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createSender, type SenderOptions } from "../../../src/bulk/send/create-sender.ts";
import { sendAll } from "../../../src/bulk/send/send-all.ts";
import { opscomTarget } from "../../../src/bulk/target/opscom.ts";
import type { Clock } from "../../../src/client/settings.ts";
import { undiciTransport } from "../../../src/node/undici-transport.ts";

export interface RealServer {
  /** Times at which requests were answered with a success, and with a 429. */
  readonly taken: readonly number[];
  readonly refused: readonly number[];
  /** Sends people until it is told to end; resolves when the last one was answered. */
  readonly pushWhile: (goesOn: () => boolean, options?: Partial<SenderOptions>) => Promise<void>;
  /** Sends one person through the transport alone. */
  readonly pushBare: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface RealServerOptions {
  readonly admits: (at: number) => boolean;
  readonly latencyMs?: number;
  readonly retryAfter?: string;
}

const CLOCK: Clock = {
  now: () => Date.now(),
  startTimer(callback, delayMs) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};

/** An OPS-COM on a real socket that takes as many requests as it is told to, and a whole sending layer before it. */
export async function startRealServer({
  admits,
  latencyMs = 0,
  retryAfter,
}: RealServerOptions): Promise<RealServer> {
  const taken: number[] = [];
  const refused: number[] = [];
  const server = createServer((request, response) => {
    request.resume();
    const isTaken = admits(Date.now());
    (isTaken ? taken : refused).push(Date.now());
    if (!isTaken)
      response.writeHead(429, retryAfter === undefined ? {} : { "retry-after": retryAfter }).end();
    else setTimeout(() => response.end('{"status":"success","reference_id":1}'), latencyMs);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const transport = undiciTransport();
  const target = opscomTarget({ tenant: "OC_TEST", apiToken: "test-token", baseUrl, transport });

  async function pushWhile(goesOn: () => boolean, options: Partial<SenderOptions> = {}): Promise<void> {
    const sender = createSender({ target, clock: CLOCK, random: Math.random, ...options });
    async function* inputs() {
      for (let next = 0; goesOn(); next += 4)
        yield [next, next + 1, next + 2, next + 3].map((number) => {
          const key = `person-${number}`;
          return { key, record: { unique_id: key, login_source: "OPSCOM" } };
        });
    }
    for await (const outcomes of sendAll({
      inputs: inputs(),
      send: sender.push,
      concurrency: sender.concurrency,
    })) {
      const lost = outcomes.find(({ fate }) => fate !== "pushed");
      if (lost) throw new Error(`a person was ${lost.fate}: ${lost.reasons[0]?.message}`);
    }
  }
  async function pushBare(): Promise<void> {
    const { signal } = new AbortController();
    const headers = { "content-type": "application/json" };
    const answer = await transport({ url: baseUrl, method: "POST", headers, body: "{}", signal });
    await answer.read(() => undefined);
  }
  async function close(): Promise<void> {
    await transport.close();
    server.close().closeAllConnections();
  }
  return { taken, refused, pushWhile, pushBare, close };
}
