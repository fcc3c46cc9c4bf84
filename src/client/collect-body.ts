import { Failure } from "./failure.ts";

/** No API of ours answers with more; what does is no answer. */
const MAX_BYTES = 1024 * 1024;

/** The body of an answer as it arrives, up to the bound. */
export interface CollectedBody {
  /** Throws a `Failure`, and keeps nothing of the chunk, where the bound is passed. */
  readonly take: (chunk: Uint8Array) => void;
  /** What was kept so far. */
  readonly text: () => string;
}

/** One for all bodies: each is decoded in one go, to its end. */
const DECODER = /* @__PURE__ */ new TextDecoder();

export function collectBody(): CollectedBody {
  const chunks: Uint8Array[] = [];
  let size = 0;
  function take(chunk: Uint8Array): void {
    size += chunk.byteLength;
    if (size > MAX_BYTES) throw new Failure("parse", "the answer has more than 1 MiB");
    chunks.push(chunk);
  }
  function text(): string {
    // Nearly every answer is one chunk, which is decoded as it is.
    if (chunks.length === 1) return DECODER.decode(chunks[0]);
    return chunks.map((chunk) => DECODER.decode(chunk, { stream: true })).join("") + DECODER.decode();
  }
  return { take, text };
}
