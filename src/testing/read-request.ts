import type { IncomingMessage } from "node:http";
import type { MockRequest } from "./exchange.ts";

const MAX_BYTES = 1024 * 1024;

/** Reads a request to its end; nothing where the body has more than 1 MiB. */
export async function readRequest(request: IncomingMessage): Promise<MockRequest | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // A long body is read to its end all the same: a client that is cut off while it sends never sees the answer.
    if (size <= MAX_BYTES) chunks.push(chunk);
  }
  if (size > MAX_BYTES) return undefined;
  const headers = Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(", ")]);
  return {
    method: request.method ?? "",
    target: request.url ?? "/",
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: Buffer.concat(chunks),
  };
}
