import type { RosterEncoding } from "../layout/layout.ts";
import { decodeUtf16 } from "./decode-utf-16.ts";

const UTF_8_MARK = Buffer.from("\ufeff");

/** Bytes of any encoding as UTF-8 without a byte order mark; what is no text in it stays none. UTF-8 is passed on unread. */
export function transcode(
  bytes: AsyncIterable<Buffer>,
  encoding: RosterEncoding,
): AsyncGenerator<Buffer, void, undefined> {
  if (encoding === "utf-8") return dropMark(bytes);
  return encoding === "windows-1252" ? decode(bytes, encoding) : decodeUtf16(bytes, encoding);
}

async function* dropMark(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  let start: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of bytes) {
    if (start === undefined) {
      yield chunk;
      continue;
    }
    start = Buffer.concat([start, chunk]);
    if (start.length < UTF_8_MARK.length) continue;
    yield withoutMark(start);
    start = undefined;
  }
  if (start !== undefined) yield start;
}

function withoutMark(start: Buffer): Buffer {
  return start.indexOf(UTF_8_MARK) === 0 ? start.subarray(UTF_8_MARK.length) : start;
}

async function* decode(
  bytes: AsyncIterable<Buffer>,
  encoding: "windows-1252",
): AsyncGenerator<Buffer, void, undefined> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}
