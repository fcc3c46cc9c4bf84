import type { Api } from "../vendor-facts/read-document.ts";

/** A mistake that somebody could make in a document, and what the linter says about it. */
export interface Mistake {
  readonly in: Api;
  /** The text of the document that the mistake replaces. */
  readonly from: string;
  readonly to: string;
  /** A part of the message. */
  readonly says: string;
}

/** Rule to the mistakes that it finds. */
export type Mistakes = Readonly<Record<string, readonly (readonly [name: string, mistake: Mistake])[]>>;
