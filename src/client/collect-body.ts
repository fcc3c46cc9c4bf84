/** No API of ours answers with more; what does is no answer. */
const MAX_BYTES = 1024 * 1024;

const DECODER = /* @__PURE__ */ new TextDecoder();

/** The body has more than 1 MiB. */
export class TooLarge extends Error {}

/** The body of an answer as it arrives, up to the bound. */
export interface CollectedBody {
  /** Throws `TooLarge`, and keeps nothing, where the bound is passed. */
  readonly take: (chunk: Uint8Array) => void;
  /** What was kept so far. */
  readonly text: () => string;
}

/** Collects the chunks of a body. Nearly every answer is one chunk, which is decoded as it is. */
export function collectBody(): CollectedBody {
  const chunks: Uint8Array[] = [];
  let size = 0;
  function take(chunk: Uint8Array): void {
    if (size + chunk.byteLength > MAX_BYTES) throw new TooLarge();
    size += chunk.byteLength;
    chunks.push(chunk);
  }
  return { take, text: () => DECODER.decode(chunks.length === 1 ? chunks[0] : concatenate(chunks, size)) };
}

function concatenate(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
