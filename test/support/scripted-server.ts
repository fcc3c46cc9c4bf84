import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";

/** What the server does with one request; the text of an answer is written to the socket as it stands. */
export type Act = Deed | ((request: string) => Deed);

export type Deed =
  | { readonly answer: string }
  | { readonly answerThenReset: string }
  | "resetOnConnect"
  | "resetAfterRequest"
  | "stall";

export interface ScriptedServer {
  readonly url: string;
  /** Whole requests that arrived, head and body. */
  readonly requests: readonly string[];
  /** Connections that were made, whatever came over them. */
  connections(): number;
  /** What to do next; the last act is repeated. */
  play(...acts: readonly Act[]): void;
  close(): Promise<void>;
}

/** An HTTP answer in bytes, the last one of its connection: what a test does must not reach into the next. */
export function http(status: number, body: string, headers: readonly string[] = []): string {
  const length = `content-length: ${Buffer.byteLength(body)}`;
  return [`HTTP/1.1 ${status} Scripted`, "connection: close", length, ...headers, "", body].join("\r\n");
}

/** A server on a raw socket that does what networks do, and servers cannot be made to do. */
export async function startScriptedServer(): Promise<ScriptedServer> {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  let script: Act[] = [];
  let connections = 0;

  function nextAct(): Act {
    return (script.length > 1 ? script.shift() : script[0]) ?? "stall";
  }
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
    if (script[0] === "resetOnConnect") {
      nextAct();
      socket.resetAndDestroy();
      return;
    }
    readRequests(socket, (request) => {
      requests.push(request);
      const act = nextAct();
      perform(typeof act === "function" ? act(request) : act, socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    connections: () => connections,
    play(...acts) {
      script = [...acts];
      requests.length = 0;
      connections = 0;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function perform(act: Deed, socket: Socket): void {
  if (act === "stall") return;
  if (act === "resetAfterRequest" || act === "resetOnConnect") socket.resetAndDestroy();
  else if ("answer" in act) socket.write(act.answer);
  else socket.write(act.answerThenReset, () => setTimeout(() => socket.destroy(), 20));
}

function readRequests(socket: Socket, onRequest: (request: string) => void): void {
  let pending = "";
  socket.setEncoding("latin1");
  socket.on("data", (chunk: string) => {
    pending += chunk;
    for (let end = endOfRequest(pending); end > 0; end = endOfRequest(pending)) {
      onRequest(pending.slice(0, end));
      pending = pending.slice(end);
    }
  });
}

function endOfRequest(text: string): number {
  const head = text.indexOf("\r\n\r\n");
  if (head < 0) return 0;
  const length = Number(/content-length: (\d+)/i.exec(text.slice(0, head))?.[1] ?? 0);
  return text.length >= head + 4 + length ? head + 4 + length : 0;
}
