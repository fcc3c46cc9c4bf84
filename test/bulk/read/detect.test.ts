import { describe, expect, test } from "vitest";
import { detectDelimiter } from "../../../src/bulk/read/layout/detect-delimiter.ts";
import { createEncodingJudge, encodingOfHead } from "../../../src/bulk/read/layout/detect-encoding.ts";
import { detectFormat } from "../../../src/bulk/read/layout/detect-format.ts";
import type { Delimiter, RosterEncoding } from "../../../src/bulk/read/layout/layout.ts";

test.each<[string, string, Delimiter]>([
  ["commas", "id,name\n1,Ann\n", ","],
  ["semicolons", "id;name\n1;Ann\n", ";"],
  ["tabs", "id\tname\r\n1\tAnn\r\n", "\t"],
  ["pipes, with blanks", "ID     |NAME\n-------|----\n1      |Ann\n\n1 rows selected.\n", "|"],
  ["one column", "id\n1\n", ","],
  ["a header alone", "id;name;street", ";"],
  ["commas in the cells", "id;name\n1;Lee, Ann\n2;Lee, Bo\n", ";"],
  ["a comma in a name of a column", "id;name, given;x\n1;Ann;y\n", ";"],
  ["other delimiters within quotes", '"a;b;c","d;e;f"\n"1;2","3"\n', ","],
  ["ragged rows", "a,b,c\n1,2\n3,4,5\n6,7,8,9\n", ","],
  ["what Excel reads first", "sep=;\nname, given,x;id\nLee, Ann,1;2\n", ";"],
  ["the same before carriage returns", "SEP=|\r\na;b;c|d\r\n", "|"],
  ["blank lines before the header", "\n \na|b\n1|2\n", "|"],
])("a delimiter is found: %s", (_, text, want) => {
  expect(detectDelimiter(text)).toBe(want);
});

test.each<[string, string, ReturnType<typeof detectFormat>]>([
  ["an array of objects", ' \n[\n {"a":1}]', "json"],
  ["an empty array", "[ ]", "json"],
  ["a line for each object", '{"a":1}\n{"a":2}\n', "jsonl"],
  ["a line for each object, the first one broken", '{"a":\n{"a":2}\n', "jsonl"],
  ["a line that is longer than what is looked at", '{"a":"xxxx', "jsonl"],
  ["an object around all rows", '{\n "users": [\n {"a":1}\n]}', "unclear"],
  ["names of columns in brackets", "[ID],[NAME]\n1,Ann\n", "csv"],
  ["anything else", "id,name\n", "csv"],
])("a format is found: %s", (_, text, want) => {
  expect(detectFormat(text)).toBe(want);
});

describe("an encoding is found", () => {
  const TEXT = "id,name\n1,Renée\n2,Łukasz\n";
  const bigEndian = (text: string) => Buffer.from(text, "utf16le").swap16();

  test.each<[string, Buffer, RosterEncoding | undefined]>([
    ["UTF-8 with a mark", Buffer.from(`\ufeff${TEXT}`), "utf-8"],
    ["UTF-16 LE with a mark", Buffer.from(`\ufeff${TEXT}`, "utf16le"), "utf-16le"],
    ["UTF-16 BE with a mark", bigEndian(`\ufeff${TEXT}`), "utf-16be"],
    ["UTF-16 LE without one", Buffer.from(TEXT, "utf16le"), "utf-16le"],
    ["UTF-16 BE without one", bigEndian(TEXT), "utf-16be"],
    ["some NULs", Buffer.from(`${TEXT.repeat(9)}\0\0\0`), undefined],
    ["nothing of the kind", Buffer.from(TEXT), undefined],
  ])("by the beginning: %s", (_, head, want) => {
    expect(encodingOfHead(head)).toBe(want);
  });

  const ASCII = Buffer.from("1,Ann\n".repeat(12_000));
  const latin1 = (text: string) => Buffer.from(text, "latin1");

  test.each<[string, Buffer[], RosterEncoding]>([
    ["ASCII", [ASCII], "utf-8"],
    ["UTF-8", [Buffer.from(TEXT)], "utf-8"],
    ["UTF-8 of another script", [Buffer.from("王".repeat(25_000))], "utf-8"],
    ["Windows-1252", [latin1("1,Renée\n")], "windows-1252"],
    ["Windows-1252, and the only byte that tells comes last", [ASCII, ASCII, latin1("é")], "windows-1252"],
    ["UTF-8 glued to a little Windows-1252", [ASCII, Buffer.from("é\né\n"), ASCII, latin1("é\n")], "utf-8"],
    ["Windows-1252 glued to a little UTF-8", [latin1("é\né\né\n"), ASCII, Buffer.from("é\n")], "utf-8"],
    ["Windows-1252 with what may be UTF-8", [latin1("André\nRené\n"), latin1("ANDRÉ\x92S\n")], "utf-8"],
    ["Windows-1252 glued to a lost character", [latin1("é\n"), Buffer.from("Ren\ufffde\n")], "utf-8"],
    ["UTF-8 that ends within a character", [Buffer.from("é\n"), Buffer.from("€").subarray(0, 2)], "utf-8"],
    ["UTF-8 with a lost character, told as such", [Buffer.from("Ren\ufffde\n")], "utf-8"],
  ])("by all bytes: %s", (_, parts, want) => {
    for (const chunkBytes of [1, 2, 3, 65_536]) {
      const bytes = Buffer.concat(parts);
      const judge = createEncodingJudge();
      for (let at = 0; at < bytes.length; at += chunkBytes) judge.add(bytes.subarray(at, at + chunkBytes));
      expect(judge.end()).toBe(want);
    }
  });
});
