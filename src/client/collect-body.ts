import { ParseError } from "./errors.ts";

/**
 * The body of an answer as it arrives, up to a bound: what takes a chunk, and what gives the text of all in the end. The one throws
 * a `ParseError`, and keeps nothing of the chunk, where the bound is passed.
 */
export function collectBody(): [take: (chunk: Uint8Array) => void, text: () => string] {
  // No API of ours answers with more; what does is no answer.
  const MAX_BYTES = 1024 * 1024;
  const decoder = new TextDecoder();
  let size = 0;
  let decoded = "";
  function take(chunk: Uint8Array): void {
    size += chunk.byteLength;
    if (size > MAX_BYTES) throw new ParseError({ message: "the answer has more than 1 MiB" });
    decoded += decoder.decode(chunk, { stream: true });
  }
  return [take, () => decoded + decoder.decode()];
}
