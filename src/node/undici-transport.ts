import { Agent, type Dispatcher, EnvHttpProxyAgent, request } from "undici";
import { isLoopback } from "../client/base-url.ts";
import type { Transport } from "../client/transport.ts";

/** How the undici transport uses the network. */
export interface UndiciTransportOptions {
  /** Connections kept open to one host at most. Default: as many as there are requests at a time. */
  readonly connections?: number | undefined;
}

/** A transport with connections of its own. */
export interface UndiciTransport extends Transport {
  /** Closes the connections, after what is in flight. */
  readonly close: () => Promise<void>;
}

/**
 * Sends through undici's own `request`, at a fraction of what `fetch` costs. It honours `HTTPS_PROXY`, `HTTP_PROXY` and
 * `NO_PROXY`; requests to this machine go by no proxy. Tools that replace `fetch` or patch Node's `http` do not see what it sends.
 */
export function undiciTransport({ connections }: UndiciTransportOptions = {}): UndiciTransport {
  // The client's own timers rule, and undici's would end what they allow.
  const options = { connections: connections ?? null, headersTimeout: 0, bodyTimeout: 0 };
  const proxied = new EnvHttpProxyAgent(options);
  const direct = new Agent(options);

  let last = { url: "", dispatcher: proxied as Dispatcher };
  /** What is meant for this machine does not leave it, whatever the environment says of proxies. */
  function dispatcherOf(url: string): Dispatcher {
    // A client asks one address many times: parsing it each time would cost more than all else here.
    if (url !== last.url) last = { url, dispatcher: isLoopback(new URL(url).hostname) ? direct : proxied };
    return last.dispatcher;
  }

  async function send({ url, method, headers, body, signal }: Parameters<Transport>[0]) {
    const answer = await request(url, {
      dispatcher: dispatcherOf(url),
      method: method as "POST",
      headers,
      body,
      signal,
    });
    return {
      status: answer.statusCode,
      headers: () => toHeaders(answer.headers),
      read: (sink: (chunk: Uint8Array) => void) => readStream(answer.body, sink),
    };
  }
  async function close(): Promise<void> {
    await Promise.all([proxied.close(), direct.close()]);
  }
  return Object.assign(send, { close });
}

function toHeaders(record: Readonly<Record<string, string | string[] | undefined>>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(record)) {
    for (const one of [value ?? []].flat()) headers.append(name, one);
  }
  return headers;
}

type Body = Awaited<ReturnType<typeof request>>["body"];

/** Listens instead of iterating: an iterator of a stream costs more than the rest of a small answer. */
function readStream(body: Body, sink: (chunk: Uint8Array) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    body.on("data", (chunk: Uint8Array) => {
      try {
        sink(chunk);
      } catch (error) {
        body.destroy();
        reject(error);
      }
    });
    body.on("end", resolve);
    body.on("error", reject);
    body.on("close", () => reject(new Error("the connection was closed")));
  });
}
