import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { BrokenArchiveError } from "../../../src/bulk/read/files/broken-archive-error.ts";
import { gunzip } from "../../../src/bulk/read/files/gunzip.ts";

/** Random, so that it does not fold to nothing. */
const CONTENT = Buffer.from(Array.from({ length: 40_000 }, () => `${Math.random()}\n`).join(""));
const ARCHIVE = gzipSync(CONTENT);

async function* chunksOf(bytes: Buffer, chunkBytes = 65_536): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
}

async function unfold(archive: Buffer, chunkBytes?: number) {
  const chunks: Buffer[] = [];
  let error: unknown;
  try {
    for await (const chunk of gunzip(chunksOf(archive, chunkBytes))) chunks.push(chunk);
  } catch (thrown) {
    error = thrown;
  }
  return { content: Buffer.concat(chunks), error };
}

test.each<[string, Buffer, Buffer]>([
  ["of one member", ARCHIVE, CONTENT],
  [
    "of several members",
    Buffer.concat([ARCHIVE, gzipSync("more")]),
    Buffer.concat([CONTENT, Buffer.from("more")]),
  ],
  ["of nothing", gzipSync(""), Buffer.alloc(0)],
  ["that something follows", Buffer.concat([ARCHIVE, Buffer.alloc(100_000)]), CONTENT],
  ["that folds very well", gzipSync(Buffer.alloc(20_000_000)), Buffer.alloc(20_000_000)],
])("an archive %s is unfolded", async (_, archive, want) => {
  const { content, error } = await unfold(archive);
  expect(error).toBeUndefined();
  expect(content.equals(want)).toBe(true);
});

describe("an archive that is cut off", () => {
  const places = Array.from(
    { length: 60 },
    (_, index) => 1 + Math.floor((index / 60) * (ARCHIVE.length - 1)),
  );

  test.each(places)("after %i bytes gives what comes before, and says so", async (length) => {
    const { content, error } = await unfold(ARCHIVE.subarray(0, length), 5_000);
    expect(error).toBeInstanceOf(BrokenArchiveError);
    expect(content.equals(CONTENT.subarray(0, content.length))).toBe(true);
    // A block must be whole to be unfolded; it is about 30 kB here.
    expect(content.length).toBeGreaterThan((length / ARCHIVE.length) * CONTENT.length - 100_000);
  });
});

test.each(Array.from({ length: 20 }, (_, index) => index / 20))(
  "an archive that is damaged at %d of it gives what comes before, and says so",
  async (share) => {
    const damaged = Buffer.from(ARCHIVE);
    damaged.fill(0xff, Math.floor(share * ARCHIVE.length), Math.floor(share * ARCHIVE.length) + 64);
    const { error } = await unfold(damaged);
    expect(error).toBeInstanceOf(BrokenArchiveError);
  },
);

test("an archive is closed when nobody wants more of it", async () => {
  for await (const chunk of gunzip(chunksOf(ARCHIVE))) {
    expect(chunk.length).toBeGreaterThan(0);
    break;
  }
});
