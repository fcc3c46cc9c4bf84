import type { Transport } from "./transport.ts";

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * Sends through a `fetch`. Default: `globalThis.fetch`, looked up at each call, so that whatever replaces it (a test tool,
 * an instrumentation) is used.
 */
export function fetchTransport(fetch?: Fetch): Transport {
  return async function send({ url, ...request }) {
    const response = await (fetch ?? globalThis.fetch)(url, { ...request, redirect: "manual" });
    return {
      status: response.status,
      headers: () => response.headers,
      read: (sink) => readStream(response.body, sink),
    };
  };
}

/** Not every runtime can iterate a stream, and a pipe costs more than all the rest of a client. Who ends it early aborts the signal. */
async function readStream(
  body: ReadableStream<Uint8Array> | null,
  sink: (chunk: Uint8Array) => void,
): Promise<void> {
  const reader = body?.getReader();
  for (let next = await reader?.read(); next?.value; next = await reader?.read()) sink(next.value);
}
