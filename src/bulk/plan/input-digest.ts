import { createHash } from "node:crypto";
import type { Hash } from "../state/state.ts";

/** One call for each person would cost more than the hashing. */
const GROUP = 1_000;

/** Tells whether two runs are about the same people, with the same values, in the same order. */
export interface InputDigest {
  /** Takes the keyed hash of the next record. */
  readonly add: (hash: Hash) => void;
  readonly result: () => string;
}

/**
 * A digest of what would be sent, and not of the bytes of files: an export that was written anew, or has another column that
 * nobody sends, is the same input, and another mapping of the same file is not. It is made of keyed hashes that are there
 * anyway, so that it costs next to nothing and says nothing of a person.
 */
export function createInputDigest(): InputDigest {
  const digest = createHash("sha256");
  let group: Hash[] = [];

  function flush(): void {
    digest.update(group.join(""), "latin1");
    group = [];
  }
  function add(hash: Hash): void {
    group.push(hash);
    if (group.length === GROUP) flush();
  }
  function result(): string {
    flush();
    return digest.digest("base64url");
  }
  return { add, result };
}
