import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { readCsv } from "../../src/bulk/read-csv.ts";
import type { Row } from "../../src/bulk/row.ts";

/** Where Linux lists what a process has open. */
const DESCRIPTORS = "/proc/self/fd";

const folder = await realpath(await mkdtemp(join(tmpdir(), "read-csv-")));
const file = join(folder, "roster.csv");
afterAll(() => rm(folder, { recursive: true }));

async function readRows(text: string, pauseMs?: number): Promise<Row[]> {
  await writeFile(file, text);
  const rows: Row[] = [];
  for await (const row of readCsv(file)) {
    rows.push(row);
    if (pauseMs !== undefined) await wait(pauseMs);
  }
  return rows;
}

/** Rows as `LINE CELL|CELL`. */
const show = (rows: readonly Row[]) => rows.map(({ line, cells }) => `${line} ${cells.join("|")}`);

describe.each([
  ["LF", "\n"],
  ["CRLF", "\r\n"],
  ["CR", "\r"],
])("a file whose lines end with %s", (_, end) => {
  test.each<[string, string[], string[]]>([
    ["gives header and rows", ["id,name", "1,Ann", ""], ["1 id|name", "2 1|Ann"]],
    ["may end without a line end", ["id", "1"], ["1 id", "2 1"]],
    ["counts the blank lines that it leaves out", ["id", "", "", "1", "", "2"], ["1 id", "4 1", "6 2"]],
    ["counts the lines within quotes", ["id", '"A', "", 'B"', "2"], ["1 id", `2 A${end}${end}B`, "5 2"]],
    ["keeps rows too short or too long", ["a,b", "1", "2,3,4"], ["1 a|b", "2 1", "3 2|3|4"]],
  ])("%s", async (_name, lines, want) => {
    expect(show(await readRows(lines.join(end)))).toEqual(want);
  });
});

describe("a file", () => {
  test.each<[string, string, string[]]>([
    ["may begin with a byte order mark", '\uFEFF"id",name\n1,Ann', ["1 id|name", "2 1|Ann"]],
    ["may mix line ends", "id\r\n1\n2\r3", ["1 id", "2 1", "3 2", "4 3"]],
    ["may hold a doubled quote within quotes", 'id\n"a ""b"""', ["1 id", '2 a "b"']],
    ["may hold commas within quotes", 'id\n"1,2"', ["1 id", "2 1,2"]],
    ["may be empty", "", []],
  ])("%s", async (_, text, want) => {
    expect(show(await readRows(text))).toEqual(want);
  });

  test("is read alike wherever a chunk of it ends", async () => {
    const names = Array.from({ length: 30_000 }, (_, index) => `${"é".repeat(index % 7)}€${index}`);
    const text = names.map((name) => `"${name}",x\r\n`).join("");
    const rows = await readRows(text);
    expect(show(rows)).toEqual(names.map((name, index) => `${index + 1} ${name}|x`));
    expect(rows.at(-1)?.bytes).toBe(Buffer.byteLength(text));
  });

  test("that is missing is refused by name", async () => {
    const missing = join(folder, "none.csv");
    await expect(readCsv(missing).next()).rejects.toMatchObject({ code: "ENOENT", path: missing });
  });
});

describe("a quote that is never closed", () => {
  const ROWS = "1,Ann\n".repeat(12);

  test.each<[string, { given: string; line: number; pauseMs?: number }]>([
    ["in a row", { given: 'id,name\n1,Ann\n2,"secret\n3,Bo\n', line: 3 }],
    ["in the header", { given: 'id,"secret\n1,Ann\n', line: 1 }],
    ["after blank lines", { given: 'id,name\n1,Ann\n\n\n2,"secret\n', line: 5 }],
    ["read by a slow consumer", { given: `id,name\n${ROWS}13,"secret\n`, line: 14, pauseMs: 2 }],
  ])("%s makes one malformed row, at its line and after all others", async (_, { given, line, pauseMs }) => {
    const rows = await readRows(given, pauseMs);
    expect(rows.filter(({ malformed }) => malformed)).toEqual([rows.at(-1)]);
    expect(rows.at(-1)).toMatchObject({ line, cells: [], malformed: expect.stringMatching(/never closed/) });
    expect(JSON.stringify(rows.at(-1))).not.toContain("secret");
  });
});

describe("a row that is no CSV", () => {
  test.each<[string, { given: string; line: number; words: RegExp; swallows: boolean }]>([
    [
      "a quote within a cell that is not quoted",
      { given: 'id,name\n1,6"secret\n2,Bo\n', line: 2, words: /quote the cell/, swallows: false },
    ],
    [
      "text after a closing quote",
      { given: 'id,name\n1,"secret"x\n2,Bo\n', line: 2, words: /must be doubled/, swallows: true },
    ],
    [
      "a row that is far too long",
      {
        given: `id,name\n1,"${"secret\n".repeat(200_000)}`,
        line: 2,
        words: /more than 1,000,000/,
        swallows: true,
      },
    ],
  ])("for %s comes last, with its reason and without its words", async (_, { given, words, swallows }) => {
    const malformed = (await readRows(given)).find((row) => row.malformed);
    expect(malformed).toMatchObject({ cells: [], malformed: expect.stringMatching(words), swallows });
    expect(JSON.stringify(malformed)).not.toContain("secret");
  });

  test("leaves the rows around it alone", async () => {
    const rows = await readRows('id,name\n1,Ann\n2,6"x\n3,Bo\n');
    expect(rows.map(({ line, malformed }) => [line, malformed !== undefined])).toEqual([
      [1, false],
      [2, false],
      [4, false],
      [3, true],
    ]);
  });
});

describe("reading", () => {
  const LARGE = "1,Ann\n".repeat(500_000);

  function descriptors(): string[] {
    const links = readdirSync(DESCRIPTORS).map((name) => join(DESCRIPTORS, name));
    return links.filter((link) => existsSync(link) && readlinkSync(link) === file);
  }

  test.runIf(existsSync(DESCRIPTORS))("goes no further than a busy consumer needs", async () => {
    await writeFile(file, LARGE);
    const rows = readCsv(file);
    await rows.next();
    await wait(50);
    const [open = ""] = descriptors();
    const facts = readFileSync(open.replace("fd", "fdinfo"), "utf8");
    expect(Number(/pos:\s*(\d+)/.exec(facts)?.[1])).toBeLessThan(LARGE.length / 4);
    await rows.return(undefined);
  });

  test.runIf(existsSync(DESCRIPTORS))("closes the file when the consumer stops early", async () => {
    await writeFile(file, LARGE);
    const before = descriptors();
    for await (const _ of readCsv(file)) break;
    await expect.poll(descriptors).toEqual(before);
  });
});
