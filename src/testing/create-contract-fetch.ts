import { answerByDocument } from "./answer-by-document.ts";
import { checkOptions } from "./check-options.ts";
import { type ApiName, contractsOf } from "./contract.ts";
import {
  type Handle,
  type Interruption,
  isInterruption,
  type MockAnswer,
  type MockRequest,
} from "./exchange.ts";
import { startPrisms } from "./prism.ts";
import { control, type TestControls } from "./test-controls.ts";
import { untilAborted } from "./until-aborted.ts";

/** For which APIs the mock answers. */
export interface ContractFetchOptions {
  /** The APIs to answer for. Default: all three. */
  readonly apis?: readonly ApiName[] | undefined;
}

/** The contract mock as a `fetch`. It has nothing to close. */
export interface ContractFetch extends TestControls {
  /** What to use as base URL. No such host exists, and any other does as well: only the path counts. */
  readonly url: string;
  /** As `fetch` is, but that it opens no connection and follows no redirect. */
  readonly fetch: typeof globalThis.fetch;
}

/**
 * Makes a `fetch` that answers as the OpenAPI documents say, without a socket. Give it to a client by
 * `transport: fetchTransport(contract.fetch)`, or put it in the place of `globalThis.fetch`.
 * Rejects when `@stoplight/prism-http` (an optional peer) is not installed.
 */
export async function createContractFetch(options: ContractFetchOptions = {}): Promise<ContractFetch> {
  checkOptions(options, ["apis"]);
  const { handle, controls } = control(await startPrisms(contractsOf(options.apis)), answerByDocument);
  return { url: "https://contract.test", fetch: fetchFrom(handle), ...controls };
}

function fetchFrom(handle: Handle): typeof globalThis.fetch {
  return async function fetch(input, init) {
    const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined);
    signal?.throwIfAborted();
    const answered = readRequest(new Request(input, { ...init, signal: null })).then(handle);
    return toResponse(await untilAborted(stalling(answered), signal));
  };
}

async function readRequest(request: Request): Promise<MockRequest> {
  const { pathname, search } = new URL(request.url);
  const body = new Uint8Array(await request.arrayBuffer());
  const headers = Object.fromEntries(request.headers);
  return { method: request.method, target: pathname + search, headers, body };
}

/** A stalled exchange never ends by itself. */
async function stalling(answered: Promise<MockAnswer | Interruption>): Promise<MockAnswer | Interruption> {
  return (await answered) === "stall" ? new Promise(() => undefined) : answered;
}

function toResponse(answer: MockAnswer | Interruption): Response {
  if (isInterruption(answer)) throw new TypeError("fetch failed", { cause: connectionReset() });
  const { status, headers, body } = answer;
  const pairs = Object.entries(headers).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  return new Response(body.length > 0 ? (body as BodyInit) : null, {
    status,
    headers: pairs as [string, string][],
  });
}

/** As Node's own `fetch` has it. */
function connectionReset(): Error {
  return Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET", syscall: "read" });
}
