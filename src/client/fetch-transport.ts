import type { Transport } from "./transport.ts";

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * Sends through a `fetch`. Default: `globalThis.fetch`, looked up at each call, so that whatever replaces it (a test tool,
 * an instrumentation) is used.
 */
export function fetchTransport(fetch?: Fetch): Transport {
  return async function send({ url, method, headers, body, signal }) {
    const init: RequestInit = { method, headers, body, signal, redirect: "manual" };
    const response = await (fetch ?? globalThis.fetch)(url, init);
    return {
      status: response.status,
      headers: () => response.headers,
      read: (sink) => readStream(response.body, sink),
    };
  };
}

/** Not every runtime can iterate a ReadableStream. */
async function readStream(
  body: ReadableStream<Uint8Array> | null,
  sink: (chunk: Uint8Array) => void,
): Promise<void> {
  if (!body) return;
  const reader = body.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) sink(next.value);
  } catch (error) {
    reader.cancel().catch(() => undefined);
    throw error;
  }
}
