import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createJsonArrayReader } from "../../../src/bulk/read/rows/json-array-reader.ts";
import { createJsonLinesReader } from "../../../src/bulk/read/rows/json-lines-reader.ts";
import { feed, show } from "./feed.ts";

const readLines = (content: string | Buffer, chunkBytes?: number) =>
  feed(createJsonLinesReader("a.jsonl"), content, chunkBytes);
const readArray = (content: string | Buffer, chunkBytes?: number) =>
  feed(createJsonArrayReader("a.json"), content, chunkBytes);

describe("an object", () => {
  test.each<[string, unknown, string[], unknown[]]>([
    ["keeps its types", { a: "x", b: 1, c: true, d: null }, ["a", "b", "c", "d"], ["x", 1, true, null]],
    ["is flattened", { a: { b: { c: 1 } }, d: 2 }, ["a.b.c", "d"], [1, 2]],
    [
      "names the pairs of a list by their keys",
      {
        custom: [
          { key: "age", value: 21 },
          { key: "sex", value: "f" },
        ],
      },
      ["custom.age", "custom.sex"],
      [21, "f"],
    ],
    ["names the pairs of a list by their names", { c: [{ name: "age", value: 21 }] }, ["c.age"], [21]],
    ["parts plain values by commas", { roles: ["staff", "student"] }, ["roles"], ["staff,student"]],
    ["keeps any other list as JSON", { ids: [{ type: "x" }] }, ["ids"], ['[{"type":"x"}]']],
    ["may be empty", { a: {}, b: [] }, ["b"], [""]],
    [
      "may have names that JavaScript knows",
      JSON.parse('{"__proto__": 1, "length": 2}'),
      ["__proto__", "length"],
      [1, 2],
    ],
  ])("%s", (_, object, header, cells) => {
    expect(readLines(JSON.stringify(object))).toMatchObject([{ line: 1, header, cells }]);
  });

  test("may be written in escapes", () => {
    expect(readLines(String.raw`{"a":"\ud83d\ude00\u0001"}`)).toMatchObject([{ cells: ["😀\u0001"] }]);
  });

  test("with a new name makes a longer header, from its row on", () => {
    const [first, second, third] = readLines('{"a":1}\n{"b":2,"a":3}\n{"a":4}\n');
    expect(first).toMatchObject({ header: ["a"], cells: [1] });
    expect(second).toMatchObject({ header: ["a", "b"], cells: [3, 2] });
    expect(third).toMatchObject({ header: ["a", "b"], cells: [4, undefined] });
    expect(third?.header).toBe(second?.header);
  });

  test("is not rejected for the columns that those before it brought, however many", () => {
    const object = (row: number) =>
      Object.fromEntries([["id", row], ...Array.from({ length: 900 }, (_, at) => [`n${row}.${at}`, at])]);
    const rows = readLines(Array.from({ length: 40 }, (_, row) => JSON.stringify(object(row))).join("\n"));
    for (const [index, { header, cells, malformed }] of rows.entries()) {
      expect(malformed).toBeUndefined();
      expect(header.length).toBeLessThanOrEqual(2_000);
      expect(cells[header.indexOf("id")]).toBe(index);
      expect(cells[header.indexOf(`n${index}.899`)]).toBe(899);
    }
  });

  test.each<[string, string, string]>([
    ["that is none", "[1]", "1 !the row is no JSON objec"],
    ["that is not whole", '{"a":', "1 !the row is no JSON objec"],
    [
      "with an id that would lose its last digits",
      '{"id":12345678901234567890}',
      "1 !the row holds a number o",
    ],
    ["with such an id in a list", '{"ids":["x",12345678901234567890]}', "1 !the row holds a number o"],
    ["with a NUL", String.raw`{"a":"x\u0000y"}`, "1 !the row holds a NUL char"],
    ["with a NUL in a name", String.raw`{"x\u0000y":1}`, "1 !the row holds a NUL char"],
    ["with half a character", String.raw`{"a":"\ud83dx"}`, "1 !the row holds half a cha"],
    ["with its other half, in a list", String.raw`{"a":["\ude00"]}`, "1 !the row holds half a cha"],
    [
      "that is nested without end",
      `${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`,
      "1 !the row is no JSON objec",
    ],
    [
      "of twenty thousand names",
      JSON.stringify(Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`n${index}`, 1]))),
      "1 !the row has more than 16",
    ],
  ])("%s is malformed, in lines and in an array", (_, text, want) => {
    expect(readLines(text).map(show)).toEqual([want]);
    expect(readArray(`[${text}]`).map(show)).toEqual([want]);
  });
});

describe("JSON Lines", () => {
  test.each<[string, string | Buffer, string[]]>([
    ["count blank lines", '\n{"a":1}\r\n\r\n \n{"a":2}', ["2 1", "5 2"]],
    [
      "go on below what is no object",
      '{"a":1}\n{"a":"x}\nnull\n{"a":2}\n',
      ["1 1", "2 !the row is no JSON objec", "3 !the row is no JSON objec", "4 2"],
    ],
    [
      "go on below a line that is too long",
      `{"a":"${"x".repeat(2_000_000)}"}\n{"a":2}\n`,
      ["1 !the row has more than 1,", "2 2"],
    ],
    [
      "go on below a byte that is no UTF-8",
      Buffer.from('{"a":"\xe9"}\n{"a":2}\n', "latin1"),
      ["1 !the row holds bytes that", "2 2"],
    ],
  ])("%s", (_, content, want) => {
    for (const chunkBytes of [1, 3, 65_536].slice(content.length > 1000 ? 2 : 0))
      expect(readLines(content, chunkBytes).map(show)).toEqual(want);
  });
});

describe("a JSON array", () => {
  const BROKEN = "the row is no JSON objec";
  const CUT_OFF = "the JSON array is not cl";

  test.each<[string, string | Buffer, string[]]>([
    ["gives one row for each object", ' [ {"a":1} ,\n{"a":"]},{"}\n]\n', ["1 1", "2 ]},{"]],
    ["may be empty", "[]", []],
    ["may hold escaped quotes", String.raw`[{"a":"\\\""},{"a":2}]`, ['1 \\"', "2 2"]],
    ["may end with a comma", '[{"a":1},]', ["1 1"]],
    ["may lack a comma", '[{"a":1} {"a":2}]', ["1 1", "2 2"]],
    [
      "goes on behind what is no object",
      '[1,{"a":2},"x",,{"a":3}]',
      [`1 !${BROKEN}`, "2 2", `3 !${BROKEN}`, `4 !${BROKEN}`, "5 3"],
    ],
    ["goes on behind what is no JSON", '[{"a":x},{"a":2}]', [`1 !${BROKEN}`, "2 2"]],
    [
      "goes on below a quote that is not closed",
      '[\n{"a":"x},\n{"a":2},\n{"a":3}\n]',
      [`1 !${BROKEN}`, "2 2", "3 3"],
    ],
    [
      "goes on below a brace that is not closed",
      '[\n{"a":1,\n{"a":2},\n{"a":3}\n]',
      [`1 !${BROKEN}`, "2 2", "3 3"],
    ],
    [
      "goes on below a list that is not closed",
      '[\n{"a":[1},\n{"a":2},\n{"a":3}\n]',
      [`1 !${BROKEN}`, "2 2", "3 3"],
    ],
    [
      "goes on below what is broken within a line",
      '[\n  {"a":1}, {"a":"x},\n  {"a":3}\n]',
      ["1 1", `2 !${BROKEN}`, "3 3"],
    ],
    ["goes on below a brace too many", '[\n{"a":1}},\n{"a":2}\n]', [`1 !${BROKEN}`, "2 2"]],
    [
      "goes on below what is broken and indented",
      '[\n  {\n    "b": "x,\n    "c":\n    {}\n  },\n  {\n    "a": 2\n  }\n]',
      [`1 !${BROKEN}`, "2 2"],
    ],
    [
      "goes on below a list of objects that is not closed",
      '[\n{"a":[{"b":1},\n{"a":2}\n]',
      [`1 !${CUT_OFF}`, "2 2"],
    ],
    ["tells that it is cut off within a row", '[{"a":1},{"a":"x', ["1 1", `2 !${CUT_OFF}`]],
    ["tells that it is cut off between two", '[{"a":1},', ["1 1", `2 !${CUT_OFF}`]],
    ["tells of what follows it", '[{"a":1}]\n \n[{"a":2}]', ["1 1", "2 !text follows the end of "]],
    [
      "tells of bytes that are no UTF-8",
      Buffer.from('[{"a":"\xe9"},{"a":2}]', "latin1"),
      ["1 !the row holds bytes that", "2 2"],
    ],
  ])("%s", (_, content, want) => {
    for (const chunkBytes of [1, 2, 3, 5, 65_536])
      expect(readArray(content, chunkBytes).map(show)).toEqual(want);
  });

  test("goes on behind a row that is too long", () => {
    const content = `[{"a":"${"x,]}\\n".repeat(2_000_000)}"},{"a":2}]`;
    expect(readArray(content).map(show)).toEqual(["1 !the row has more than 1,", "2 2"]);
  });

  test("goes on below a row that swallows the others, however many they are", () => {
    const content = `[\n{"a":[{"b":1},\n${'{"a":2},\n'.repeat(300_000)}{"a":3}]}\n]`;
    const rows = readArray(content);
    expect(rows.filter(({ malformed }) => malformed).map(({ line }) => line)).toEqual([1, 300_003]);
    expect(rows).toHaveLength(300_003);
  });

  test("comes out as it went in, wherever a chunk ends", () => {
    const VALUE = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
    const ROWS = fc.array(fc.record({ a: VALUE, "b]": VALUE }), { maxLength: 8 });
    fc.assert(
      fc.property(
        ROWS,
        fc.integer({ max: 4, min: 0 }),
        fc.integer({ min: 1, max: 40 }),
        (rows, indent, chunkBytes) => {
          const read = readArray(JSON.stringify(rows, null, indent), chunkBytes);
          expect(read.map(({ cells }) => cells)).toEqual(rows.map((row) => Object.values(row)));
          const lines = readLines(rows.map((row) => JSON.stringify(row)).join("\n"), chunkBytes);
          expect(lines.map(({ cells }) => cells)).toEqual(rows.map((row) => Object.values(row)));
        },
      ),
    );
  });

  test("never ends the run, whatever it holds", () => {
    const NOISE = fc.string({ unit: fc.constantFrom(...'[]{}",:\\\n a1'), maxLength: 60 });
    fc.assert(
      fc.property(NOISE, fc.integer({ min: 1, max: 20 }), (noise, chunkBytes) => {
        const rows = readArray(`[\n{"a":1},\n${noise}`, chunkBytes);
        expect(rows[0]).toMatchObject({ cells: [1] });
        expect(rows).toEqual(readArray(`[\n{"a":1},\n${noise}`));
        expect(rows.map(({ line }) => line)).toEqual(rows.map((_, index) => index + 1));
      }),
      { numRuns: 2_000 },
    );
  });
});

test("what is no array, and said to be one, is refused", () => {
  expect(() => readArray("a,b\n1,2\n")).toThrow("a.json is no JSON array");
});
