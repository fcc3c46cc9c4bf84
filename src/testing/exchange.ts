/** A request as it arrived, whatever carried it. */
export interface MockRequest {
  readonly method: string;
  /** Path and query, as in the request line; an absolute URL is accepted too. */
  readonly target: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface MockAnswer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | string[]>>;
  /** Text, or bytes as they came from elsewhere. */
  readonly body: string | Uint8Array;
  /** Why the request was refused; empty where it was not. */
  readonly findings: readonly Finding[];
}

/** One thing that is wrong with a request. The message never holds a sensitive value. */
export interface Finding {
  readonly message: string;
  /** Where it was found. */
  readonly in: "path" | "query" | "header" | "body";
  /** Empty for the body as a whole. */
  readonly field: string;
  /** The broken constraint, named as in JSON Schema, or one that only the wire knows. */
  readonly rule: string;
}

/** What a network does instead of an answer: it drops the connection, or nothing ever comes. */
export type Interruption = "reset" | "stall";

/** One exchange, whatever carries it. */
export type Handle = (request: MockRequest) => Promise<MockAnswer | Interruption>;

export function isInterruption(answer: MockAnswer | Interruption): answer is Interruption {
  return typeof answer === "string";
}
