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
      read: async (sink) => response.body?.pipeTo(new WritableStream({ write: sink })),
    };
  };
}
