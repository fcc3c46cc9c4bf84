import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { buffer } from "node:stream/consumers";
import type { Respond } from "../answer-by-document.ts";
import type { MockAnswer, MockRequest } from "../exchange.ts";

export interface ForwardOptions {
  /** Where the API is; the path of a request is put behind its own. */
  readonly baseUrl: string;
  /** Milliseconds until an answer must have come. Default 30,000. */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** They speak of one connection, and there are two. */
const OF_THE_CONNECTION = ["connection", "content-length", "host", "keep-alive", "transfer-encoding"];

/** Hands a request on to a real API, and its answer back, as the bytes came. It follows no redirect and logs nothing. */
export function forwardTo({ baseUrl, timeoutMs = 30_000, signal }: ForwardOptions): Respond {
  const base = new URL(baseUrl);
  const send = base.protocol === "https:" ? requestHttps : requestHttp;

  return async function forward(_, request) {
    const controller = new AbortController();
    const giveUp = () => controller.abort(signal?.reason);
    // A timer of its own, held until the body is read: signals that are combined can be lost to the garbage collector.
    const timer = setTimeout(giveUp, timeoutMs);
    signal?.addEventListener("abort", giveUp);
    try {
      return await readAnswer(
        await ask(new URL(base.href.replace(/\/$/, "") + request.target), request, controller),
      );
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", giveUp);
    }
  };

  function ask(url: URL, { method, headers, body }: MockRequest, { signal: given }: AbortController) {
    return new Promise<IncomingMessage>((resolve, reject) => {
      const sent = { ...ofTheMessage(headers), "content-length": body.length };
      send(url, { method, headers: sent, signal: given }, resolve).once("error", reject).end(body);
    });
  }
}

async function readAnswer(answer: IncomingMessage): Promise<MockAnswer> {
  const body = await buffer(answer);
  const headers = ofTheMessage(answer.headers) as MockAnswer["headers"];
  return { status: answer.statusCode ?? 0, headers, body, findings: [] };
}

function ofTheMessage(headers: object): Record<string, unknown> & NodeJS.Dict<string | string[]> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_THE_CONNECTION.includes(name)));
}
