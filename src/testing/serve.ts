import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { corsHeaders } from "./cors.ts";
import { type Handle, type Interruption, isInterruption, type MockAnswer } from "./exchange.ts";
import { describeExchange } from "./log.ts";
import { readRequest } from "./read-request.ts";
import { problem } from "./refuse.ts";

export interface ServeOptions {
  /** Default: 0, a free port. */
  readonly port?: number | undefined;
  /** Default: 127.0.0.1. A mock takes any token, so think before you name another. */
  readonly host?: string | undefined;
  /** Gets one line for each exchange, without token and without personal data. Default: none is written. */
  readonly log?: ((line: string) => void) | undefined;
}

export interface RunningServer {
  /** What to use as base URL, as in `http://127.0.0.1:4010`. */
  readonly url: string;
  /** Stops listening and ends what is open; safe to call twice. */
  close(): Promise<void>;
}

/** Puts a handler behind a socket. Rejects when the port is taken. */
export async function serve(
  handle: Handle,
  { port = 0, host = "127.0.0.1", log }: ServeOptions,
): Promise<RunningServer> {
  const server = createServer((request, response) => {
    serveOne(handle, request, response, log).catch(() => response.destroy());
  });
  await listen(server, port, host);
  return { url: urlOf(server, host), close: () => close(server) };
}

async function serveOne(
  handle: Handle,
  request: IncomingMessage,
  response: ServerResponse,
  log: ServeOptions["log"],
): Promise<void> {
  const answered = await answer(handle, request);
  // Who hung up while sending is past answering, and asked for nothing.
  if (request.destroyed && !request.complete) return;
  if (isInterruption(answered)) return interrupt(answered, request);
  response.writeHead(answered.status, { ...answered.headers, ...corsHeaders(request) }).end(answered.body);
  log?.(describeExchange(request.method ?? "", request.url ?? "", answered));
}

/** A stalled connection stays open until its client or the end of the server closes it. */
function interrupt(interruption: Interruption, { socket }: IncomingMessage): void {
  if (interruption === "reset") socket.resetAndDestroy();
}

async function answer(handle: Handle, request: IncomingMessage): Promise<MockAnswer | Interruption> {
  if (request.method === "OPTIONS") return { status: 204, headers: {}, body: "", findings: [] };
  const read = await readRequest(request);
  return read ? await handle(read) : problem(413, "Content too large", "A request has at most 1 MiB");
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
