import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type ApiName, type Contract, contracts } from "./contract.ts";
import { corsHeaders } from "./cors.ts";
import { createEngine, type Engine } from "./engine.ts";
import type { MockAnswer } from "./exchange.ts";
import { describeExchange } from "./log.ts";
import { readRequest } from "./read-request.ts";
import { problem } from "./refuse.ts";

export interface ContractMockOptions {
  /** The APIs to answer for, all on one port. Default: all three. */
  readonly apis?: readonly ApiName[];
  /** Default: 0, a free port. */
  readonly port?: number;
  /** Default: 127.0.0.1. A mock takes any token, so think before you name another. */
  readonly host?: string;
  /** Gets one line for each exchange, without token and without personal data. Default: none is written. */
  readonly log?: (line: string) => void;
}

/** A running mock. */
export interface ContractMock {
  /** What to use as base URL, as in `http://127.0.0.1:4010`. */
  readonly url: string;
  /** Stops listening and ends what is open; safe to call twice. */
  close(): Promise<void>;
}

/**
 * Starts a server that answers as the OpenAPI documents say: a valid request gets the documented success, any other
 * the documented fault with every reason. `Prefer: code=…, example=…` asks for another documented answer.
 * Rejects when the port is taken, and when `@stoplight/prism-http` (an optional peer) is not installed.
 */
export async function startContractMock(options: ContractMockOptions = {}): Promise<ContractMock> {
  const { apis = Object.keys(contracts) as ApiName[] } = options;
  return serveContracts(
    apis.map((api) => contractOf(api)),
    options,
  );
}

/** The same for contracts of any origin. */
export async function serveContracts(
  served: readonly Contract[],
  { port = 0, host = "127.0.0.1", log }: ContractMockOptions,
): Promise<ContractMock> {
  const engine = await createEngine(served);
  const server = createServer((request, response) => {
    serve(engine, request, response, log).catch(() => response.destroy());
  });
  await listen(server, port, host);
  return { url: urlOf(server, host), close: () => close(server) };
}

function contractOf(api: ApiName): Contract {
  if (Object.hasOwn(contracts, api)) return contracts[api];
  throw new TypeError(`apis must name ${Object.keys(contracts).join(", ")}, and "${api}" came`);
}

async function serve(
  engine: Engine,
  request: IncomingMessage,
  response: ServerResponse,
  log: ContractMockOptions["log"],
): Promise<void> {
  const answer = await answerSafely(engine, request);
  // Who hung up while sending is past answering, and asked for nothing.
  if (request.destroyed && !request.complete) return;
  response.writeHead(answer.status, { ...answer.headers, ...corsHeaders(request) }).end(answer.body);
  log?.(describeExchange(request.method ?? "", request.url ?? "", answer));
}

async function answerSafely(engine: Engine, request: IncomingMessage): Promise<MockAnswer> {
  try {
    if (request.method === "OPTIONS") return { status: 204, headers: {}, body: "", findings: [] };
    const read = await readRequest(request);
    return read ? await engine(read) : problem(413, "Content too large", "A request has at most 1 MiB");
  } catch {
    // What went wrong may quote the request, so it is not repeated.
    return problem(
      500,
      "The mock failed",
      "This is a bug of userpush; please report the request that caused it",
    );
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
