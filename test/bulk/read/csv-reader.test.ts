import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createCsvReader } from "../../../src/bulk/read/rows/csv-reader.ts";
import { feed, show } from "./feed.ts";

const read = (content: string | Buffer, chunkBytes?: number) =>
  feed(createCsvReader({ file: "a.csv", delimiter: "," }), content, chunkBytes);

describe.each([
  ["LF", "\n"],
  ["CRLF", "\r\n"],
  ["CR", "\r"],
])("a file whose lines end with %s", (_, end) => {
  test.each<[string, string[], string[]]>([
    ["gives the rows below its header", ["id,name", "1,Ann", ""], ["2 1|Ann"]],
    ["may tell its delimiter first, as Excel has it", ["sep=,", "id,name", "1,Ann"], ["3 1|Ann"]],
    ["may hold a cell that looks so", ["id", "sep=,", "sep=;"], ["2 sep=|", "3 sep=;"]],
    ["may end without a line end", ["id,name", "1,Ann"], ["2 1|Ann"]],
    ["counts the blank lines that it leaves out", ["", "id,n", "", "", "1,a", "", "2,b"], ["5 1|a", "7 2|b"]],
    ["leaves out lines of blanks", ["id,n", "   ", "\f", "1,a", " "], ["4 1|a"]],
    ["leaves out rows of blank cells", ["", ",", "id,n", ",", '" ",""', ",,,", "1,a"], ["7 1|a"]],
    ["keeps a row of which one cell is filled", ["id,n", ",0", "1,"], ["2 |0", "3 1|"]],
    ["counts the lines within quotes", ["id,n", '"A', "", 'B",x', "2,y"], [`2 A${end}${end}B|x`, "5 2|y"]],
    ["keeps rows too short or too long", ["a,b", "1", "2,3,4"], ["2 1", "3 2|3|4"]],
    [
      "goes on below an open quote",
      ["a,b", '1,"x', "2,y", "3,z"],
      ["2 !a quote is opened and ne", "3 2|y", "4 3|z"],
    ],
    [
      "goes on below text after a closing quote",
      ["a,b", '1,"x"y', "2,y", "", '3,"z"'],
      ["2 !text follows a closing q", "3 2|y", "5 3|z"],
    ],
    [
      "goes on below a bare quote, wherever others are",
      ["a,b", "1,x", '2,6" y', "3,z", '4,"q', 'r"'],
      ["2 1|x", "3 !a quote stands within a ", "4 3|z", `5 4|q${end}r`],
    ],
    [
      "tells every malformed row of many",
      ["a,b", 'x"', 'y"', "", 'z"', "1,2"],
      ["2 !a quote stands within a ", "3 !a quote stands within a ", "5 !a quote stands within a ", "6 1|2"],
    ],
    [
      "takes a quote that a later one closes wrongly for open",
      ["a,b", '1,"x', '2,"y', "3,z"],
      ["2 !text follows a closing q", "3 !a quote is opened and ne", "4 3|z"],
    ],
  ])("%s", (_name, lines, want) => {
    for (const chunkBytes of [1, 2, 3, 7, 65_536])
      expect(read(lines.join(end), chunkBytes).map(show)).toEqual(want);
  });
});

describe("a row", () => {
  test("has the trimmed header, one array for all", () => {
    const [first, second] = read("\n id , name,,name\n1,2,3,4\n5\n");
    expect(first?.header).toEqual(["id", "name", "", "name"]);
    expect(second?.header).toBe(first?.header);
  });

  test.each<[string, string | Buffer, string]>([
    ["with a NUL", "a,b\n1,x\0y\n2,z\n", "2 !the row holds a NUL char"],
    [
      "with a byte that is no UTF-8",
      Buffer.from("a,b\n1,\xe9\n2,z\n", "latin1"),
      "2 !the row holds bytes that",
    ],
  ])("%s is malformed, and its neighbour is not", (_, content, want) => {
    expect(read(content).map(show)).toEqual([want, "3 2|z"]);
  });

  test("may hold the character that stands for a lost one, as the file does", () => {
    expect(read("a,b\n1,Ren\ufffde\n").map(show)).toEqual(["2 1|Ren\ufffde"]);
  });

  test("may hold ten thousand columns", () => {
    const header = Array.from({ length: 10_000 }, (_, index) => `c${index}`).join(",");
    const rows = read(`${header}\n${"1,".repeat(9_999)}1\n`);
    expect(rows.map(({ line, cells }) => [line, cells.length])).toEqual([[2, 10_000]]);
  });

  test("never shows in what is wrong with it", () => {
    const content = 'a,b\n1,sec"ret\n2,"secret"secret\n3,secret\0\n4,"secret\n';
    const rows = read(content);
    expect(rows.map(({ malformed }) => malformed !== undefined)).toEqual([true, true, true, true]);
    expect(JSON.stringify(rows)).not.toContain("secret");
  });
});

describe("a row that is far too long", () => {
  const LONG = "x".repeat(10_000_000);

  test.each<[string, string, string[]]>([
    ["on one line", `a,b\n1,${LONG}\n2,y\n`, ["2 !the row has more than 1,", "3 2|y"]],
    ["on one line within quotes", `a,b\n1,"${LONG}"\r\n2,y\r\n`, ["2 !the row has more than 1,", "3 2|y"]],
    ["on the last line", `a,b\n1,y\n2,${LONG}`, ["2 1|y", "3 !the row has more than 1,"]],
    [
      "below an open quote",
      `a,b\n1,"y\n2,${LONG}\n3,z`,
      ["2 !a quote is opened and ne", "3 !the row has more than 1,", "4 3|z"],
    ],
  ])("%s is malformed, and the next one is not", (_, content, want) => {
    expect(read(content).map(show)).toEqual(want);
  });

  test("for an open quote costs its first line", () => {
    const rows = read(`a,b\n1,"x\n${"2,y\n".repeat(600_000)}`);
    expect(rows.filter(({ malformed }) => malformed).map(show)).toEqual(["2 !the row has more than 1,"]);
    expect(rows).toHaveLength(600_001);
    expect(rows.at(-1)?.line).toBe(600_002);
  });
});

describe("a stray pair of quotes", () => {
  const HEADER = "id,name,height";
  const SWALLOWS = /^a quoted cell goes from line (\d+) to line (\d+) and holds what looks like rows;/;
  const linesOf = (content: string) => {
    const [row, ...others] = read(content).filter(({ malformed }) => malformed);
    expect(others).toEqual([]);
    return SWALLOWS.exec(row?.malformed ?? "")
      ?.slice(1)
      .map(Number);
  };

  test("that swallows the people between them costs the row, which names their lines", () => {
    const lines = Array.from({ length: 20 }, (_, index) => `${index + 1},Ann,5`);
    lines[4] = '5,Ann,"tall';
    lines[14] = '15,Ann,6 foot 2"';
    for (const end of ["\n", "\r\n", "\r"]) {
      const content = [HEADER, ...lines, ""].join(end);
      expect(linesOf(content)).toEqual([6, 16]);
      expect(read(content).map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 17, 18, 19, 20, 21]);
    }
  });

  test.each<[string, string[], [number, number] | undefined]>([
    ["in another column", ['1,"Ann,5', "2,Bo,6", '3,Cy",7'], [2, 4]],
    ["of two neighbours", ['1,Ann,"tall', '2,Bo,6 foot 2"'], [2, 3]],
    ["of two neighbours, in another column", ['1,"Ann,5', '2,Bo",6'], [2, 3]],
    ["below a cell of several lines", ['"1\n1","Ann,5', "2,Bo,6", '3,Cy",7'], [3, 5]],
  ])("is found %s", (_, lines, want) => {
    expect(linesOf([HEADER, ...lines, ""].join("\n"))).toEqual(want);
  });

  test.each<[string, string, string]>([
    ["an address", HEADER, '1,"12 Main St\nApt 4\nSpringfield, IL 62701\nUSA",5'],
    ["an address in the last column", HEADER, '1,Ann,"12 Main St, Apt 4\nSpringfield, IL, 62701"'],
    ["a name of two lines", HEADER, '"1\n2",Ann,5'],
    ["commas in a table of one column", "note", '"a\nb\nc"'],
    ["a header of several lines", '"id\na,b\nc",name', "1,Ann"],
  ])("is not seen in %s", (_, header, row) => {
    expect(linesOf(`${header}\n${row}\n2,Bo,6\n`)).toBeUndefined();
  });
});

test("rows that are all malformed are read in a time that grows with their number", () => {
  const rows = read(`a,b\n${'1,6" x\n'.repeat(10_000)}`);
  expect(rows.filter(({ malformed }) => malformed)).toHaveLength(10_000);
});

test.each<[string, string]>([
  ["an open quote", 'id,"name\n1,Ann\n'],
  ["a bare quote", 'id,6" x\n1,Ann\n'],
  ["a NUL", "id\0,x\n1,Ann\n"],
])("a header with %s is refused by its line", (_, content) => {
  expect(() => read(content)).toThrow(/^a.csv has no header that makes sense. Line 1: /);
});

test("what breaks off loses its last line, which may be half a row, and tells of it", () => {
  const reader = createCsvReader({ file: "a.csv", delimiter: "," });
  reader.read(Buffer.from("a,b\n1,x\n2,Ann Smi"));
  expect(reader.end("broken off").map(show)).toEqual(["3 !broken off"]);
});

describe("whatever a file holds", () => {
  const CELL = fc.string({
    unit: fc.constantFrom("a", "é", "€", '"', ",", " ", "\n", "\r", "\r\n", ""),
    maxLength: 8,
  });
  const ROWS = fc.array(fc.array(CELL, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 12 });
  const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const LINE_END = fc.constantFrom("\n", "\r\n", "\r");
  /** No line within a cell is parted into as many cells. */
  const WIDE_HEADER = Array.from({ length: 300 }, (_, index) => `h${index}`);

  test("well-formed rows that are not blank come out as they went in, each with its line, wherever a chunk ends", () => {
    fc.assert(
      fc.property(ROWS, LINE_END, fc.integer({ min: 1, max: 40 }), (rows, end, chunkBytes) => {
        let line = 2;
        const want = rows.map((cells) => {
          const begin = line;
          line += 1 + (cells.join(",").match(/\r\n|\n|\r/g)?.length ?? 0);
          return { line: begin, cells };
        });
        const filled = want.filter(({ cells }) => cells.join("").trim() !== "");
        const content = [WIDE_HEADER, ...rows].map((cells) => cells.map(quote).join(",") + end).join("");
        expect(read(content, chunkBytes).map(({ line: at, cells }) => ({ line: at, cells }))).toEqual(filled);
      }),
    );
  });

  test("a row of quotes at random costs no other row", () => {
    const NOISE = fc.string({ unit: fc.constantFrom('"', "a", ",", " "), minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(fc.array(NOISE, { maxLength: 8 }), fc.integer({ min: 1, max: 40 }), (noise, chunkBytes) => {
        const content = `h,i\n1,a\n${noise.map((text) => `${text}\n`).join("")}2,b\n`;
        const rows = read(content, chunkBytes);
        expect(rows[0]).toMatchObject({ line: 2, cells: ["1", "a"] });
        const last = rows.at(-1);
        const swallowed = last?.cells.join(",").endsWith("2,b\n");
        expect(swallowed || last?.line === noise.length + 3).toBe(true);
      }),
    );
  });

  test("no line is left out, but blank ones", () => {
    const BYTES = fc.uint8Array({ maxLength: 200 });
    fc.assert(
      fc.property(BYTES, fc.integer({ min: 1, max: 64 }), (noise, chunkBytes) => {
        const rows = read(Buffer.concat([Buffer.from(`${WIDE_HEADER}\n`), noise]), chunkBytes);
        const covered = new Set(
          rows.flatMap(({ line, cells }) => {
            const lines = 1 + (cells.join(",").match(/\r\n|\n|\r/g)?.length ?? 0);
            return Array.from({ length: lines }, (_, index) => line + index);
          }),
        );
        const texts = Buffer.from(noise)
          .toString("latin1")
          .split(/\r\n|\n|\r/);
        const missed = texts.filter((text, index) => !covered.has(index + 2) && /[^\s\0",]/.test(text));
        expect(missed).toEqual([]);
      }),
    );
  });
});
