/** No UTF-8 holds it. */
const NO_TEXT = Buffer.from([0xff]);

const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * UTF-16 as UTF-8. Half a character, which is no text, becomes a byte that is none either, so that whoever reads the rows
 * rejects its row; a decoder would put U+FFFD in its place, and nobody could tell that from what the file holds.
 */
export async function* decodeUtf16(
  bytes: AsyncIterable<Buffer>,
  encoding: "utf-16le" | "utf-16be",
): AsyncGenerator<Buffer, void, undefined> {
  let rest: Buffer = Buffer.alloc(0);
  let isStart = true;
  for await (const chunk of bytes) {
    const joined = Buffer.concat([rest, chunk]);
    const end = endOfCharacters(joined, encoding);
    const text = readText(joined.subarray(0, end), encoding);
    yield toUtf8(isStart ? text.replace(/^\ufeff/, "") : text);
    if (end > 0) isStart = false;
    rest = Buffer.from(joined.subarray(end));
  }
  if (rest.length > 0) yield NO_TEXT;
}

/** Where bytes can be cut and no character with them. */
function endOfCharacters(bytes: Buffer, encoding: "utf-16le" | "utf-16be"): number {
  const end = bytes.length - (bytes.length % 2);
  const high = bytes[encoding === "utf-16le" ? end - 1 : end - 2] ?? 0;
  return (high & 0xfc) === 0xd8 ? end - 2 : end;
}

/** `swap16` changes the bytes, which are a copy here. */
function readText(bytes: Buffer, encoding: "utf-16le" | "utf-16be"): string {
  return (encoding === "utf-16le" ? bytes : bytes.swap16()).toString("utf16le");
}

function toUtf8(text: string): Buffer {
  if (text.isWellFormed()) return Buffer.from(text);
  const pieces = text.split(LONE_SURROGATE).map((piece) => Buffer.from(piece));
  return Buffer.concat(pieces.flatMap((piece, index) => (index === 0 ? [piece] : [NO_TEXT, piece])));
}
