import type { CallFacts, Encoding } from "../contract/operation.ts";

/** One way to write a request and to read its answer. A client carries only those that its API speaks. */
export interface Codec {
  readonly encoding: Encoding;
  /** The media type that answers are asked for. */
  readonly accept: string;
  readonly encode: (body: object, facts: CallFacts) => string;
  /** Loads what reading needs. Before anything is sent: what cannot be read then need not be sent. */
  readonly load?: () => Promise<unknown>;
  /** The value of an answer; `undefined` where it is not in this format. */
  readonly decode: (text: string, facts: CallFacts) => unknown;
}
