import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { createContractFetch } from "../../src/testing/index.ts";

export interface Planted {
  readonly status: number;
  readonly headers: Record<string, string>;
  // biome-ignore lint/suspicious/noExplicitAny: a test spoils what it likes.
  readonly json: any;
  readonly text?: string;
  readonly delayMs?: number;
}

/** What is done to the answer of the n-th call. */
export type Plant = (answer: Planted) => Planted;

/** A live API that answers as its document says, but for what is planted into some of its answers. */
export async function startPlantedApi(plants: readonly (Plant | undefined)[]) {
  const { fetch, url } = await createContractFetch();
  let calls = 0;
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    const headers = { "content-type": String(request.headers["content-type"]) };
    const answer = await fetch(url + request.url, { method: "POST", headers, body });
    const type = { "content-type": String(answer.headers.get("content-type")) };
    const honest: Planted = { status: answer.status, headers: type, json: await answer.json() };
    const { status, headers: sent, json, text, delayMs = 0 } = plants[calls]?.(honest) ?? honest;
    calls += 1;
    await wait(delayMs);
    response.writeHead(status, sent).end(text ?? JSON.stringify(json));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, calls: () => calls, close: () => server.close() };
}
