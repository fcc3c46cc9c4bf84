import { type Dispatcher, request as send } from "undici";
import type { Respond } from "../answer-by-document.ts";
import type { MockAnswer, MockRequest } from "../exchange.ts";

export interface ForwardOptions {
  /** Where the API is; the path of a request is put behind its own. */
  readonly baseUrl: string;
  /** Milliseconds until an answer must have come. Default 30,000. */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /**
   * A `Dispatcher` of undici: how to get there, as through a proxy. Default: directly. Its type is not named here, for it
   * would make whoever compiles with this package take in those of undici and Node.
   */
  readonly dispatcher?: object | undefined;
}

/** They speak of one connection, and there are two. */
const OF_THE_CONNECTION = ["connection", "content-length", "host", "keep-alive", "transfer-encoding"];

/** Hands a request on to a real API, and its answer back, as the bytes came. It follows no redirect and logs nothing. */
export function forwardTo(options: ForwardOptions): Respond {
  const { baseUrl, timeoutMs = 30_000, signal, dispatcher } = options;
  const base = new URL(baseUrl).href.replace(/\/$/, "");
  const way = dispatcher ? { dispatcher: dispatcher as Dispatcher } : {};

  return async function forward(_, request) {
    const controller = new AbortController();
    const giveUp = () => controller.abort(signal?.reason ?? new Error("no answer in time"));
    // A timer of its own, held until the body is read: signals that are combined can be lost to the garbage collector.
    const timer = setTimeout(giveUp, timeoutMs);
    signal?.addEventListener("abort", giveUp);
    try {
      return await ask(base + request.target, request, controller.signal);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", giveUp);
    }
  };

  async function ask(url: string, request: MockRequest, given: AbortSignal): Promise<MockAnswer> {
    const { method, body } = request;
    const headers = ofTheMessage(request.headers);
    const answer = await send(url, { method, headers, body, signal: given, ...way });
    return {
      status: answer.statusCode,
      headers: ofTheMessage(answer.headers as MockAnswer["headers"]),
      body: await answer.body.bytes(),
      findings: [],
    };
  }
}

function ofTheMessage<Value>(headers: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_THE_CONNECTION.includes(name)));
}
