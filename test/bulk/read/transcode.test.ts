import { isUtf8 } from "node:buffer";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { transcode } from "../../../src/bulk/read/files/transcode.ts";
import { createCsvReader } from "../../../src/bulk/read/rows/csv-reader.ts";
import { feed, show } from "./feed.ts";

const ENCODINGS = ["utf-16le", "utf-16be"] as const;
type Utf16 = (typeof ENCODINGS)[number];

const encode = (text: string, encoding: Utf16) => {
  const bytes = Buffer.from(text, "utf16le");
  return encoding === "utf-16le" ? bytes : bytes.swap16();
};

/** Each chunk overwrites the one before, as those of a file do. */
async function decode(bytes: Buffer, encoding: Utf16, chunkBytes: number): Promise<Buffer> {
  async function* chunks() {
    const chunk = Buffer.alloc(chunkBytes);
    for (let at = 0; at < bytes.length; at += chunkBytes)
      yield chunk.subarray(0, bytes.copy(chunk, 0, at, at + chunkBytes));
  }
  const parts: Buffer[] = [];
  for await (const part of transcode(chunks(), encoding)) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

const readRows = (bytes: Buffer) => feed(createCsvReader({ file: "a.csv", delimiter: "," }), bytes).map(show);

describe.each(ENCODINGS)("%s", (encoding) => {
  test("is the text that it was, without its mark, wherever a chunk ends", async () => {
    const TEXT = fc.string({ unit: fc.constantFrom("a", "é", "王", "😀", "\ufffd", "\n") });
    const CASE = fc.asyncProperty(
      TEXT,
      fc.boolean(),
      fc.integer({ min: 1, max: 9 }),
      async (text, mark, size) => {
        const bytes = encode(mark ? `\ufeff${text}` : text, encoding);
        expect((await decode(bytes, encoding, size)).toString()).toBe(text);
      },
    );
    await fc.assert(CASE, { numRuns: 200 });
  });

  test.each([
    ["half a character", "a,b\n1,\ud83d\n2,😀\n", ["2 !the row holds bytes that", "3 2|😀"]],
    ["its other half", "a,b\n1,\ude00\ud83dx\n2,é\n", ["2 !the row holds bytes that", "3 2|é"]],
    ["half a character at its end", "a,b\n1,x\n2,\ud83d", ["2 1|x", "3 !the row holds bytes that"]],
  ])("with %s costs its row alone", async (_, text, want) => {
    for (const size of [1, 2, 3, 4, 5, 1000])
      expect(readRows(await decode(encode(text, encoding), encoding, size))).toEqual(want);
  });

  test("that ends within two bytes costs its last row", async () => {
    const bytes = encode("a,b\n1,x\n2,y!", encoding).subarray(0, -1);
    for (const size of [1, 2, 3, 1000])
      expect(readRows(await decode(bytes, encoding, size))).toEqual(["2 1|x", "3 !the row holds bytes that"]);
  });

  test("with anything in it becomes bytes, and UTF-8 only where it is text", async () => {
    const CASE = fc.asyncProperty(
      fc.uint8Array({ maxLength: 30 }),
      fc.integer({ min: 1, max: 9 }),
      async (noise, size) => {
        const bytes = Buffer.from(noise);
        const isWhole = bytes.length % 2 === 0;
        const text = (encoding === "utf-16le" || !isWhole ? bytes : Buffer.from(bytes).swap16()).toString(
          "utf16le",
        );
        expect(isUtf8(await decode(bytes, encoding, size))).toBe(isWhole && text.isWellFormed());
      },
    );
    await fc.assert(CASE, { numRuns: 500 });
  });
});
