const LF = 10;
const CR = 13;
const NOTHING = Buffer.alloc(0);

/** No row is longer, in bytes, so that neither an open quote nor a file without lines fills the memory. */
export const MAX_ROW_BYTES = 1_000_000;

/** Cuts bytes after line ends (LF, CRLF, CR), and keeps a copy of what follows the last one for the next time. */
export function createLineCutter() {
  let partial: Buffer = NOTHING;
  let isSkipping = false;

  /** Whole lines, and whether a line longer than `MAX_ROW_BYTES` begins after them, which is left out with its end. */
  function cut(bytes: Buffer): { readonly lines: Buffer; readonly longLine: boolean } {
    const joined = partial.length === 0 ? bytes : Buffer.concat([partial, bytes]);
    const text = isSkipping ? skip(joined) : joined;
    const end = lastLineEnd(text);
    const longLine = !isSkipping && text.length - end > MAX_ROW_BYTES;
    // What is given is overwritten by the next bytes.
    partial = Buffer.from(longLine ? skip(text.subarray(end)) : text.subarray(end));
    return { lines: text.subarray(0, end), longLine };
  }

  function skip(bytes: Buffer): Buffer {
    const end = firstLineEnd(bytes);
    isSkipping = end === undefined;
    // A CR at the end may be half of a CRLF.
    return end === undefined ? bytes.subarray(bytes.at(-1) === CR ? -1 : bytes.length) : bytes.subarray(end);
  }

  /** What follows the last line end of all; nothing where that is a line too long. */
  function end(): Buffer {
    return isSkipping ? NOTHING : partial;
  }

  return { cut, end };
}

/** The place after the last line end, 0 where there is none. A CR at the very end is none yet: a LF may follow. */
function lastLineEnd(bytes: Buffer): number {
  const newline = bytes.lastIndexOf(LF);
  return newline >= 0 ? newline + 1 : bytes.subarray(0, -1).lastIndexOf(CR) + 1;
}

/** The place after the first line end, with the same reserve. */
export function firstLineEnd(bytes: Buffer): number | undefined {
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] === LF) return at + 1;
    if (bytes[at] === CR && at + 1 < bytes.length) return bytes[at + 1] === LF ? at + 2 : at + 1;
  }
  return undefined;
}
