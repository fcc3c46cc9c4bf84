import { isAscii, isUtf8 } from "node:buffer";
import type { RosterEncoding } from "./layout.ts";

const MARKS: readonly (readonly [mark: string, encoding: RosterEncoding])[] = [
  ["efbbbf", "utf-8"],
  ["fffe", "utf-16le"],
  ["feff", "utf-16be"],
];

/** Every other byte of UTF-16 is zero where the text is mostly Latin; names of another script leave ids and commas. */
const MIN_ZEROS_OF_UTF_16 = 0.2;
const MAX_ZEROS_ELSEWHERE = 0.02;

const MAX_CHARACTER_BYTES = 4;

/** A decoder puts U+FFFD in place of each byte that is not UTF-8; a file can hold it as well. */
const CHARACTER = /[^\0-\x7f\ufffd]/;
const WRITTEN_REPLACEMENT = Buffer.from("\ufffd");

/** The encoding that the first bytes of a file give away: by a byte order mark, or as UTF-16 without one. */
export function encodingOfHead(head: Buffer): RosterEncoding | undefined {
  const start = head.subarray(0, 3).toString("hex");
  const marked = MARKS.find(([mark]) => start.startsWith(mark))?.[1];
  if (marked) return marked;
  const even = shareOfZeros(head, 0);
  const odd = shareOfZeros(head, 1);
  if (odd >= MIN_ZEROS_OF_UTF_16 && even <= MAX_ZEROS_ELSEWHERE) return "utf-16le";
  if (even >= MIN_ZEROS_OF_UTF_16 && odd <= MAX_ZEROS_ELSEWHERE) return "utf-16be";
  return undefined;
}

function shareOfZeros(head: Buffer, from: 0 | 1): number {
  let zeros = 0;
  for (let at = from; at < head.length; at += 2) if (head[at] === 0) zeros += 1;
  return head.length < 2 ? 0 : zeros / Math.floor(head.length / 2);
}

/**
 * Tells UTF-8 from Windows-1252, which any bytes can be. A file that holds both, as one glued together from several does,
 * is UTF-8: its other rows are rejected, where as Windows-1252 every name with an accent would be sent wrongly. So one
 * character of UTF-8 decides, however many bytes are none. Bytes of Windows-1252 can look like one too, in `É’` or in a name
 * that was spoiled already, such as `RenÃ©e`. That costs a run whose rejects name the remedy, to say the encoding; the other
 * mistake would change names and say nothing.
 */
export function createEncodingJudge() {
  /** What may be half a character. */
  let partial: Buffer = Buffer.alloc(0);
  let hasCharacters = false;
  let hasStrayBytes = false;

  /** Returns whether more bytes can change the judgement. */
  function add(bytes: Buffer): boolean {
    const joined = partial.length === 0 ? bytes : Buffer.concat([partial, bytes]);
    const end = endOfCharacters(joined);
    judge(joined.subarray(0, end));
    partial = Buffer.from(joined.subarray(end));
    return !hasCharacters;
  }

  function judge(bytes: Buffer): void {
    if (hasCharacters || isAscii(bytes)) return;
    hasCharacters = bytes.includes(WRITTEN_REPLACEMENT) || CHARACTER.test(bytes.toString("utf8"));
    hasStrayBytes ||= !isUtf8(bytes);
  }

  function end(): RosterEncoding {
    judge(partial);
    return hasCharacters || !hasStrayBytes ? "utf-8" : "windows-1252";
  }

  return { add, end };
}

/** Where bytes can be cut and no character of UTF-8 with them. */
function endOfCharacters(bytes: Buffer): number {
  for (let at = bytes.length - 1; at >= 0 && at >= bytes.length - MAX_CHARACTER_BYTES; at -= 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) return at + 1;
    if (byte >= 0xc0) return at;
  }
  return bytes.length;
}
