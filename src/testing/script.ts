import { checkAnswer, checkFailOptions, checkFailure, checkLatency, type Playable } from "./check-script.ts";
import type { Interruption } from "./exchange.ts";

/** An answer that a test asks for. The first two are given to valid requests only; the last one to any. */
export type ScriptedAnswer =
  /** An example of the document, by its name; `status` where several answers have one of that name. */
  | { readonly example: string; readonly status?: number }
  /** A fault of the document by its code or, at an API without codes, in words. Default status: 400. */
  | { readonly fault: number | string; readonly status?: number }
  /** Any status from 200 to 599, for what no document has; an object is sent as JSON. */
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | object;
    };

/**
 * What can go wrong: `reset` drops the connection once the request has arrived, `stall` leaves it without an answer,
 * `lostAnswer` lets the request take effect and drops the connection then, `"429"` is that status without a body.
 */
export type Failure = Interruption | "lostAnswer" | `${number}` | ScriptedAnswer;

/** How often a failure comes, and to whom. */
export interface FailOptions {
  /** Default: 1. */
  readonly times?: number;
  /** The id of the operation that fails. Default: any. */
  readonly operation?: string;
}

/** What a test tells a mock or a double to do. What makes no sense is a `TypeError`. */
export interface Script {
  /** Answers every request like this, until the next `respondWith` or `reset`. */
  respondWith(answer: ScriptedAnswer): void;
  /** Fails the next requests, before whatever `respondWith` says; what is planned first comes first. */
  failNext(failure: Failure, options?: FailOptions): void;
  /** Holds back every answer by so many milliseconds. */
  setLatency(latencyMs: number): void;
}

/** What happens to the next request. */
export interface Scripted extends Script {
  next(operation: string | undefined): Interruption | "lostAnswer" | ScriptedAnswer | undefined;
  delay(): Promise<void>;
  clear(): void;
}

/** The timer is looked up at each call, so that fake timers work whatever the order of imports. */
function wait(delayMs: number): Promise<void> {
  return new Promise((resolve) => void globalThis.setTimeout(resolve, delayMs));
}

export function createScript(playable: Playable): Scripted {
  let standing: ScriptedAnswer | undefined;
  let latency = 0;
  let planned: { failure: Failure; operation: string | undefined }[] = [];

  function failNext(failure: Failure, options: FailOptions = {}): void {
    checkFailure(failure, playable);
    checkFailOptions(options, playable);
    const { times = 1, operation } = options;
    planned.push(...Array.from({ length: times }, () => ({ failure, operation })));
  }
  function next(operation: string | undefined): ReturnType<Scripted["next"]> {
    const index = planned.findIndex((one) => one.operation === undefined || one.operation === operation);
    if (index < 0) return standing;
    const [{ failure } = { failure: undefined }] = planned.splice(index, 1);
    return typeof failure === "string" && /^\d+$/.test(failure)
      ? { status: Number(failure) }
      : (failure as Exclude<Failure, `${number}`>);
  }
  function clear(): void {
    standing = undefined;
    latency = 0;
    planned = [];
  }
  return {
    respondWith: (answer) => {
      checkAnswer(answer, playable);
      standing = answer;
    },
    failNext,
    setLatency: (latencyMs) => {
      checkLatency(latencyMs);
      latency = latencyMs;
    },
    next,
    delay: async () => void (latency > 0 && (await wait(latency))),
    clear,
  };
}
