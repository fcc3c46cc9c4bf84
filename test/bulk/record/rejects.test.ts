import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FileError } from "../../../src/bulk/file-error.ts";
import { openRoster } from "../../../src/bulk/read/open-roster.ts";
import type { Row } from "../../../src/bulk/read/row.ts";
import type { Reason } from "../../../src/bulk/reason.ts";
import { createRejects } from "../../../src/bulk/record/rejects.ts";

const HEADER = ["unique_id", "first_name", "SPBPERS_SSN"];
const row = (facts: Partial<Row> = {}): Row => ({
  ...{ file: "roster.csv", line: 2, header: HEADER, cells: ["N1", "Ann", "123"] },
  ...facts,
});
const REASON: Reason = { field: "first_name", code: 9030, message: "`first_name` is too long" };

describe("the file of rejects", () => {
  let folder = "";
  let file = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "userpush-rejects-"));
    file = join(folder, "rejects.csv");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function write(rows: readonly Row[], reasons: readonly Reason[] = [REASON], dropped: string[] = []) {
    const rejects = createRejects({ file, isDropped: (column) => dropped.includes(column) });
    for (const one of rows) rejects.add({ row: one, reasons });
    await rejects.finish({ isWhole: true });
    return readFileSync(file, "utf8");
  }
  const readBack = () => parse(readFileSync(file), { bom: true }) as string[][];

  test("holds the columns of the roster, and where and why", async () => {
    expect(await write([row()])).toBe(
      "\ufeffunique_id,first_name,SPBPERS_SSN,userpush_row,userpush_field,userpush_code,userpush_reason\r\n" +
        "N1,Ann,123,roster.csv:2,first_name,9030,`first_name` is too long\r\n",
    );
  });

  test("has no column that is mapped drop, and no cell of it", async () => {
    const text = await write([row()], [REASON], ["SPBPERS_SSN"]);
    expect(text).toContain("\ufeffunique_id,first_name,userpush_row");
    expect(text).not.toContain("123");
  });

  test.each([
    ["a formula", "=1+1"],
    ["a plus", "+1 416 555 0100"],
    ["a minus", "-5"],
    ["an at", "@ann"],
    ["a leading zero", "00123"],
    ["quotes", 'say "hi"'],
    ["a comma", "12 Main St, Apt 4"],
    ["line ends", "one\r\ntwo\nthree\rfour"],
    ["blanks at its edges", "  Ann\t"],
    ["other scripts", "Zoë 张伟 🎓"],
    ["a NUL", "a\0b"],
    ["nothing", ""],
  ])("gives back a cell with %s as it came", async (_, cell) => {
    await write([row({ cells: ["N1", cell, ""] })]);
    expect(readBack()[1]?.slice(0, 3)).toEqual(["N1", cell, ""]);
  });

  test("writes what a file types as its text, and nothing for nothing", async () => {
    const header = ["a", "b", "c", "d"];
    await write([row({ header, cells: [1.5, true, null, undefined] })]);
    expect(readBack()[1]?.slice(0, 4)).toEqual(["1.5", "true", "", ""]);
  });

  test("joins several reasons, and names a field and a code once", async () => {
    const reasons = [REASON, { ...REASON, message: "`first_name` is odd" }, { code: 9033, message: "no" }];
    await write([row()], reasons);
    expect(readBack()[1]?.slice(3)).toEqual([
      "roster.csv:2",
      "first_name",
      "9030; 9033",
      "`first_name` is too long; `first_name` is odd; no",
    ]);
  });

  test.each([
    ["a malformed row", row({ malformed: "a quote is opened and never closed", cells: ["N1", "secret"] })],
    ["a row with a cell too many", row({ cells: ["N1", "Main St", "Apt 4", "secret"] })],
    ["a row with a cell too few", row({ cells: ["N1", "secret"] })],
  ])("holds no cell of %s, which would be pushed in the wrong columns", async (_, broken) => {
    await write([row(), broken]);
    expect(readBack()[2]?.slice(0, 4)).toEqual(["", "", "", "roster.csv:2"]);
  });

  test("has the columns of all files, each cell under its own", async () => {
    await write([
      row({ cells: ["N1", 'An"n,\r\n', ""] }),
      row({ file: "b.csv", header: ["email", "unique_id"], cells: ["b@example.org", "N2"] }),
      row({ file: "-", header: ["unique_id", "zip", "zip"], cells: ["N3", "1", "2"] }),
    ]);
    expect(readBack().map((cells) => cells.slice(0, 7))).toEqual([
      ["unique_id", "first_name", "SPBPERS_SSN", "email", "zip", "zip", "userpush_row"],
      ["N1", 'An"n,\r\n', "", "", "", "", "roster.csv:2"],
      ["N2", "", "", "b@example.org", "", "", "b.csv:2"],
      ["N3", "", "", "", "1", "2", "stdin:2"],
    ]);
    expect(readdirSync(folder)).toEqual(["rejects.csv"]);
  });

  test("made of mended rejects has each of its own columns once", async () => {
    const header = ["unique_id", "userpush_row", "userpush_field", "userpush_code", "userpush_reason"];
    await write([row({ header, cells: ["N1", "roster.csv:9", "zip", "9033", "old"], file: "rejects.csv" })]);
    expect(readBack()).toEqual([header, ["N1", "rejects.csv:2", "first_name", "9030", REASON.message]]);
  });

  test("is read again as it was written, as rejects that were mended", async () => {
    const cells = ["=1+1", ' Zoë, "Z"\r\nLee ', "00123"];
    await write([row({ cells }), row({ line: 9, malformed: "a quote is opened and never closed" })]);
    const stdin = Readable.from([]);
    const roster = await openRoster({ files: [file], stdin, spool: join(folder, "stdin") });
    const rows: Row[] = [];
    for await (const batch of roster.rows()) rows.push(...batch);
    expect(roster.isMendedRejects).toBe(true);
    expect(rows.map((one) => one.cells.slice(0, 4))).toEqual([
      [...cells, "roster.csv:2"],
      ["", "", "", "roster.csv:9"],
    ]);
    expect(rows[0]?.header.slice(0, 3)).toEqual(HEADER);
    await roster.close();
  });

  test.each([
    ["is gone after a whole run without rejects", true, []],
    ["stays as it stood there after a run without rejects that was stopped", false, ["rejects.csv"]],
  ])("%s", async (_, isWhole, left) => {
    expect(await createRejects({ file, isDropped: () => false }).finish({ isWhole })).toBe(false);
    expect(existsSync(file)).toBe(false);
    writeFileSync(file, "of the night before");
    expect(await createRejects({ file, isDropped: () => false }).finish({ isWhole })).toBe(false);
    expect(readdirSync(folder)).toEqual(left);
  });

  test("can be read by its owner alone, from its first moment, whatever stood there", async () => {
    for (const name of [file, `${file}.partial`]) writeFileSync(name, "old", { mode: 0o666 });
    const rejects = createRejects({ file, isDropped: () => false });
    rejects.add({ row: row(), reasons: [REASON] });
    expect(statSync(`${file}.partial`).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, "utf8")).toBe("old");
    expect(await rejects.finish({ isWhole: true })).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(["rejects.csv"]);
  });

  test("leaves nothing of a run that was killed", () => {
    for (const left of ["partial", "widened.partial"]) writeFileSync(`${file}.${left}`, "people");
    createRejects({ file, isDropped: () => false });
    expect(readdirSync(folder)).toEqual([]);
  });

  test("is refused before the run where it cannot be written", () => {
    const isDropped = () => false;
    expect(() => createRejects({ file: join(folder, "no", "rejects.csv"), isDropped })).toThrow(
      /there is no folder .*no; create it/,
    );
    mkdirSync(file);
    expect(() => createRejects({ file, isDropped })).toThrow(FileError);
  });
});
