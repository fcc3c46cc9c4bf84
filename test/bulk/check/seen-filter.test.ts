import { describe, expect, test } from "vitest";
import { createSeenFilter } from "../../../src/bulk/check/seen-filter.ts";

const ROW_BYTES = 100;
const texts = (count: number, prefix = "00") =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

describe("a filter of what was seen", () => {
  test("never takes a repeated text for a new one", () => {
    const filter = createSeenFilter(20_000 * ROW_BYTES);
    for (const text of texts(20_000)) filter.add(text);
    expect(texts(20_000).every((text) => filter.add(text))).toBe(true);
  });

  test.each([
    ["a key for each row", 1],
    ["a key, an e-mail and a user name for each row", 3],
  ])("takes next to no new text for a repeated one with %s", (_name, claims) => {
    const rows = 20_000;
    const filter = createSeenFilter(rows * ROW_BYTES);
    const mistaken = texts(rows * claims).filter((text) => filter.add(text));
    expect(mistaken.length).toBeLessThan(rows / 1000);
  });

  test("tells short and similar texts apart", () => {
    const filter = createSeenFilter(0);
    const similar = ["", "a", "b", "aa", "ab", "ba", "a\u0000", "\u0000a"];
    expect(similar.map((text) => filter.add(text))).toEqual(similar.map(() => false));
  });

  test.each([[0], [1], [10 ** 12]])("takes a roster of %i bytes", (bytes) => {
    const filter = createSeenFilter(bytes);
    expect([filter.add("one"), filter.add("one")]).toEqual([false, true]);
  });

  test("takes no text once it gave its memory back", () => {
    const filter = createSeenFilter(1);
    filter.release();
    expect(() => filter.add("one")).toThrow("the filter was released");
  });
});
