import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";

/** What becomes of one request: an answer, or a lost connection before or after the API did its work. */
export type Deed =
  | "answer"
  | "loseBefore"
  | "loseAfter"
  | { readonly status: number; readonly body?: string };

export interface RecordingOptions {
  /** The member of a body that tells people apart. */
  readonly key: string;
  /** What to answer to a person, where the API does its work. */
  readonly success: (body: Readonly<Record<string, unknown>>) => object;
  /** Called for each request, with the key and how often it came before. Default: everybody is answered at once. */
  readonly decide?: (key: string, before: number) => { readonly deed: Deed; readonly delayMs: number };
}

/** An API that does what it is told, keeps count, and can be as slow and unfriendly as networks are. */
export interface RecordingServer {
  readonly url: string;
  /** How often each person was written. */
  readonly written: ReadonlyMap<string, number>;
  /** Requests that arrived, whatever became of them. */
  requests(): number;
  /** The most requests that were under way at one time. */
  mostInFlight(): number;
  close(): void;
}

const AT_ONCE = { deed: "answer", delayMs: 0 } as const;

export async function startRecordingServer(options: RecordingOptions): Promise<RecordingServer> {
  const { key: member, success, decide = () => AT_ONCE } = options;
  const written = new Map<string, number>();
  const arrived = new Map<string, number>();
  let requests = 0;
  let inFlight = 0;
  let mostInFlight = 0;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = (await json(request)) as Readonly<Record<string, unknown>>;
    const key = String(body[member]);
    const before = arrived.get(key) ?? 0;
    arrived.set(key, before + 1);
    const { deed, delayMs } = decide(key, before);
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
    if (deed === "loseBefore") return void request.socket.resetAndDestroy();
    if (typeof deed === "object") return void response.writeHead(deed.status).end(deed.body);
    written.set(key, (written.get(key) ?? 0) + 1);
    if (deed === "loseAfter") return void request.socket.resetAndDestroy();
    response.setHeader("content-type", "application/json").end(JSON.stringify(success(body)));
  }
  const server = createServer(async (request, response) => {
    requests += 1;
    inFlight += 1;
    mostInFlight = Math.max(mostInFlight, inFlight);
    // A client that is killed while it sends leaves half a body.
    await serve(request, response).catch(() => response.destroy());
    inFlight -= 1;
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    written,
    requests: () => requests,
    mostInFlight: () => mostInFlight,
    close: () => void server.close().closeAllConnections(),
  };
}
