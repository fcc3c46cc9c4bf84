import type { FaultFacts } from "./fault.ts";
import type { ObjectRule, Rule, ScalarRule } from "./rule.ts";

/** What a call does to the people on the other side. */
export const EFFECTS = ["upsert", "create", "read"] as const;
export type Effect = (typeof EFFECTS)[number];

/** Where the caller's token travels, and what it must look like. That it is a password goes without saying. */
export interface SecretFacts {
  readonly in: "body" | "query";
  readonly name: string;
  readonly rule: ScalarRule;
}

/** The names and the order of XML elements, where an API takes XML. */
export interface XmlFacts {
  readonly root: string;
  readonly namespace: string;
  /** Member name to element name, in the order in which the elements must stand. */
  readonly elements: Readonly<Record<string, string>>;
}

/** How a body is written and read. */
export type Encoding = "json" | "form" | "xml";

/** What a client must know of a call, written by `npm run generate` from its document. */
export interface CallFacts {
  readonly id: string;
  readonly method: "POST";
  readonly path: string;
  /** The server that the document names; absent where each caller has an own one. */
  readonly baseUrl?: string;
  /** Whether the same request may be sent again when nobody knows what became of the first. */
  readonly repeatSafe: boolean;
  /** Absent where the vendor documents no authentication. */
  readonly secret?: SecretFacts;
  readonly parameters: Readonly<Record<string, ScalarRule>>;
  /** The media types that a request body may have, and how each is read. */
  readonly formats: Readonly<Record<string, Encoding>>;
  /** What a caller passes in: the request body without the token. */
  readonly record: ObjectRule;
  /** How the request is written as XML. */
  readonly requestXml?: XmlFacts;
  readonly answer: Rule;
  /** How the answer is written as XML. */
  readonly answerXml?: XmlFacts;
  /** Absent where the vendor documents no error. */
  readonly faults?: FaultFacts;
}

/** Everything that differs between one call and another. */
export interface OperationFacts extends CallFacts {
  readonly effect: Effect;
  /** The members that tell one person from another; none for a call that writes nobody. */
  readonly identity: readonly string[];
  /** The required member of the answer that holds what the API calls the person; absent for a call that writes nobody. */
  readonly reference?: string;
}
