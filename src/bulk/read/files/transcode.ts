import type { RosterEncoding } from "../layout/layout.ts";

const UTF_8_MARK = Buffer.from("\ufeff");

/** Bytes of any encoding as UTF-8 without a byte order mark. What is UTF-8 already is passed on unread. */
export function transcode(
  bytes: AsyncIterable<Buffer>,
  encoding: RosterEncoding,
): AsyncGenerator<Buffer, void, undefined> {
  return encoding === "utf-8" ? dropMark(bytes) : decode(bytes, encoding);
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
  encoding: RosterEncoding,
): AsyncGenerator<Buffer, void, undefined> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}
