import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, describe, expect, test } from "vitest";
import { FileError } from "../../../src/bulk/file-error.ts";
import { openRoster } from "../../../src/bulk/read/open-roster.ts";
import type { Row } from "../../../src/bulk/read/row.ts";

const folder = await mkdtemp(join(tmpdir(), "horrors-"));
const file = join(folder, "roster");
afterAll(() => rm(folder, { recursive: true }));

/** The rows of a file, or why it is none; whatever else is thrown fails the test. */
async function read(content: Uint8Array | string): Promise<Row[] | FileError> {
  await writeFile(file, content);
  try {
    const roster = await openRoster({
      files: [file],
      spool: join(folder, "stdin"),
    });
    const rows: Row[] = [];
    for await (const batch of roster.rows()) rows.push(...batch);
    return rows;
  } catch (error) {
    if (error instanceof FileError) return error;
    throw error;
  }
}

const linesOf = (rows: Row[] | FileError) =>
  rows instanceof FileError ? rows : rows.map(({ line }) => line);
const increases = (lines: readonly number[]) =>
  lines.every((line, at) => at === 0 || line > (lines[at - 1] ?? 0));

const CSV = Buffer.from(`id,name,note\n${'1,Renée,"a ""b"""\n2,Bo,"x\ny"\n'.repeat(40)}`);
const ARRAY = Buffer.from(
  JSON.stringify(
    Array.from({ length: 60 }, (_, id) => ({ id, name: "Renée" })),
    null,
    1,
  ),
);
const LINES = Buffer.from('{"id":1,"name":"Renée"}\n'.repeat(60));
const WORKBOOK = Buffer.from(await writeXlsx({ sheets: [{ name: "A", rows: [["id"], ["1"], [2]] }] }));

const SEED = fc.constantFrom(
  CSV,
  ARRAY,
  LINES,
  WORKBOOK,
  gzipSync(CSV),
  Buffer.from(CSV.toString(), "utf16le"),
  Buffer.from(CSV.toString(), "latin1"),
);
const NOISE = fc.uint8Array({ maxLength: 40 });

describe("whatever a file holds, it is read or refused, and its lines increase", () => {
  const check = async (content: Uint8Array) => {
    const lines = linesOf(await read(content));
    if (!(lines instanceof FileError)) expect(increases(lines)).toBe(true);
  };

  test("random bytes", async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 3_000, size: "max" }), check), {
      numRuns: 200,
    });
  });

  test("a file that is cut off", async () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const cut = fc.asyncProperty(SEED, share, (seed, at) =>
      check(seed.subarray(0, Math.floor(at * seed.length))),
    );
    await fc.assert(cut, { numRuns: 200 });
  });

  test("a file with bytes among its own that do not belong there", async () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const mix = fc.asyncProperty(SEED, share, NOISE, (seed, at, noise) => {
      const place = Math.floor(at * seed.length);
      return check(Buffer.concat([seed.subarray(0, place), noise, seed.subarray(place)]));
    });
    await fc.assert(mix, { numRuns: 300 });
  });
});

describe("every row is accounted for", () => {
  const good = (id: number) => `${id},Ann\n`;
  const GOOD_ROWS = Array.from({ length: 2_000 }, (_, id) => good(id)).join("");

  test.each<[string, string | Buffer, number]>([
    ["NULs", "5,a\0b\n", 1],
    ["a cell of 10 MB", `5,${"x".repeat(10_000_000)}\n`, 1],
    ["a quoted cell of 10 MB", `5,"${"x".repeat(10_000_000)}"\n`, 1],
    ["ten thousand cells", `${"x,".repeat(10_000)}\n`, 0],
    ["an open quote", '5,"Ann\n', 1],
    ["open quotes", '5,"Ann\n'.repeat(3), 3],
    ["a bare quote", '5,6" x\n', 1],
    ["bytes of Windows-1252 and of UTF-8", Buffer.from("5,Ren\xe9\n6,Ren\xc3\xa9\n", "latin1"), 1],
    ["blank lines", "\n\r\n\r", 0],
  ])("%s amid good ones", async (_, horror, malformed) => {
    const content = Buffer.concat([
      Buffer.from(`id,name\n${GOOD_ROWS}`),
      Buffer.from(horror),
      Buffer.from(GOOD_ROWS),
    ]);
    const rows = await read(content);
    if (rows instanceof FileError) throw rows;
    const names = rows.filter(({ cells }) => cells.length === 2 && cells[1] === "Ann");
    expect(names).toHaveLength(4_000);
    expect(rows.filter((row) => row.malformed)).toHaveLength(malformed);
    expect(rows.at(-1)).toMatchObject({ line: content.toString("latin1").split(/\r\n|\n|\r/).length - 1 });
  });
});
