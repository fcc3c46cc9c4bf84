import type { OperationFacts, RequestFormat } from "../contract/operation.ts";

/** One way to write a request and to read its answer. A client carries only those that its API speaks. */
export interface Codec {
  readonly encoding: RequestFormat["encoding"];
  /** The media type that answers are asked for. */
  readonly accept: string;
  readonly encode: (body: object, facts: OperationFacts) => string;
  /** Loads what reading needs. Before anything is sent: what cannot be read then need not be sent. */
  readonly load?: () => Promise<unknown>;
  /** The value of an answer; `undefined` where it is not in this format. */
  readonly decode: (text: string, facts: OperationFacts) => unknown;
}
