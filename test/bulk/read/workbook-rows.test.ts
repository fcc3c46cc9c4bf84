import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, describe, expect, test } from "vitest";
import type { Row } from "../../../src/bulk/read/row.ts";
import { readWorkbook } from "../../../src/bulk/read/rows/workbook-rows.ts";
import { show } from "./feed.ts";
import { makeWorkbook } from "./make-workbook.ts";

const folder = await mkdtemp(join(tmpdir(), "workbook-rows-"));
afterAll(() => rm(folder, { recursive: true }));

async function read(content: Uint8Array): Promise<Row[]> {
  const path = join(folder, "a.xlsx");
  await writeFile(path, content);
  const rows: Row[] = [];
  for await (const batch of readWorkbook({ name: "a.xlsx", path }, {})) rows.push(...batch);
  return rows;
}

/** One row of XML for each list of cells; a cell that is empty is left out, as writers do. */
function xmlOf(rows: readonly (readonly string[])[]): string {
  const cellXml = (xml: string, row: number, column: number) =>
    xml === "" ? "" : xml.replace("<c", `<c r="${"ABCDEFGH"[column]}${row + 1}"`);
  return rows
    .map(
      (cells, row) => `<row r="${row + 1}">${cells.map((xml, at) => cellXml(xml, row, at)).join("")}</row>`,
    )
    .join("");
}

const text = (value: string) => `<c t="str"><v>${value}</v></c>`;
const number = (value: string) => `<c><v>${value}</v></c>`;
const HEADER = ["id", "name", "phone"].map(text);

const readXml = async (...rows: readonly (readonly string[])[]) =>
  (await read(makeWorkbook(xmlOf([HEADER, ...rows])))).map(show);

describe("a row of a workbook has as many cells as its header", () => {
  test.each<[string, string[], string]>([
    ["whose last cells are left out", [text("1")], "2 1||"],
    ["whose first cells are left out", ["", "", text("5")], "2 ||5"],
    ["whose last cells are kept for their colour", [text("1"), "<c s='1'/>", "<c/>"], "2 1||"],
    [
      "that has empty cells behind the header",
      [text("1"), text("Ann"), text("5"), "<c/>", text(" ")],
      "2 1|Ann|5",
    ],
  ])("though one %s", async (_, cells, want) => {
    expect(await readXml(cells)).toEqual([want]);
  });

  test("but for one that holds something behind it", async () => {
    expect(await readXml([text("1"), "", "", "", text("x")])).toEqual(["2 1||||x"]);
  });

  test("as a package writes it", async () => {
    const rows = [["id", "name", "phone"], ["1", "Ann"], ["2"], ["3", null, "5"]];
    const found = await read(await writeXlsx({ sheets: [{ name: "A", rows }] }));
    expect(found.map(show)).toEqual(["2 1|Ann|", "3 2||", "4 3||5"]);
  });
});

describe("a row of a workbook whose formula fails is malformed", () => {
  const OF_EXCEL = ["N/A", "REF!", "VALUE!", "DIV/0!", "NAME?", "NULL!", "NUM!", "SPILL!", "CALC!", "FIELD!"];
  const OF_SERVICES = ["BLOCKED!", "CONNECT!", "UNKNOWN!", "BUSY!", "PYTHON!", "EXTERNAL!", "TIMEOUT!"];
  const NAMES = [...OF_EXCEL, ...OF_SERVICES, "GETTING_DATA", "ERROR!"].map((name) => `#${name}`);

  test.each([...NAMES, "Err:502"])("with %s", async (name) => {
    expect(await readXml([text("1"), `<c t="e"><v>${name}</v></c>`])).toEqual([
      "2 !a formula in the row giv",
    ]);
  });

  test.each(["#1", "#", "# N/A", "#Ann!", "Err: 502", "Room #N/A"])("and not with %s", async (name) => {
    expect(await readXml([text("1"), text(name)])).toEqual([`2 1|${name}|`]);
  });
});

test("a row of a workbook whose cells are empty texts is left out", async () => {
  expect(await readXml([text(""), text(" "), "<c/>"], [text("1")], ["<c/>"])).toEqual(["3 1||"]);
});

test("an escape for what is no text costs its row", async () => {
  expect(await readXml([text("a_x0000_")], [text("_xD83D_")], [text("b")])).toEqual([
    "2 !the row holds a NUL char",
    "3 !the row holds half a cha",
    "4 b||",
  ]);
});

describe("a number of a workbook", () => {
  test.each(["12345678901234567891", "-1234567890123456", "1.2345678901234567E19", "1E400"])(
    "that lost digits costs its row: %s",
    async (value) => {
      const found = await readXml([number(value)], [text(value)], [number("2")]);
      expect(found).toEqual(["2 !the row holds a number o", `3 ${value}||`, "4 2||"]);
    },
  );

  test("stays the digits it is", async () => {
    expect(await readXml([number("999999999999999"), number("1.5"), number("1E3")])).toEqual([
      "2 999999999999999|1.5|1000",
    ]);
  });
});
