import { existsSync } from "node:fs";
import {
  appendFile,
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { FileError } from "../../../src/bulk/file-error.ts";
import type { LayoutWishes } from "../../../src/bulk/read/layout/layout.ts";
import { openRoster, type RosterOptions } from "../../../src/bulk/read/open-roster.ts";
import { REJECT_COLUMNS } from "../../../src/bulk/read/reject-columns.ts";
import type { Roster } from "../../../src/bulk/read/roster.ts";
import type { Row } from "../../../src/bulk/read/row.ts";

let folder: string;
const folders: string[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "open-roster-"));
  folders.push(folder);
});
afterAll(() => Promise.all(folders.map((path) => rm(path, { recursive: true }))));

async function write(content: string | Uint8Array, name = "roster.csv"): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

function open(files: readonly string[], options: Partial<RosterOptions> = {}): Promise<Roster> {
  return openRoster({ files, spool: join(folder, "spool/stdin"), ...options });
}

async function rowsOf(roster: Roster): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const batch of roster.rows()) rows.push(...batch);
  return rows;
}

const readAll = async (file: string, options: LayoutWishes = {}) => rowsOf(await open([file], options));

const TEXT = "id,name\n1,Renée\n";
const ROW = { line: 2, header: ["id", "name"], cells: ["1", "Renée"] };
const utf16 = (text: string) => Buffer.from(text, "utf16le");

describe("a file is read as it is found", () => {
  test.each<[string, string | Uint8Array]>([
    ["CSV in UTF-8", TEXT],
    ["CSV in UTF-8 with a mark", `\ufeff${TEXT}`],
    ["CSV in UTF-16 LE with a mark", utf16(`\ufeff${TEXT}`)],
    ["CSV in UTF-16 BE with a mark", utf16(`\ufeff${TEXT}`).swap16()],
    ["CSV in UTF-16 LE without a mark", utf16(TEXT)],
    ["CSV in Windows-1252", Buffer.from(TEXT, "latin1")],
    ["CSV with a quoted header and a mark", `\ufeff"id","name"\n1,Renée\n`],
    ["TSV", TEXT.replaceAll(",", "\t")],
    ["semicolons", TEXT.replaceAll(",", ";")],
    ["pipes", TEXT.replaceAll(",", "|")],
    ["CSV in gzip", gzipSync(TEXT)],
    ["UTF-16 in gzip", gzipSync(utf16(`\ufeff${TEXT}`))],
  ])("%s", async (_, content) => {
    const file = await write(content, "roster.txt");
    expect(await readAll(file)).toEqual([{ file, ...ROW }]);
  });

  test.each<[string, string | Uint8Array]>([
    ["JSON Lines", '\n{"id":"1","name":"Renée"}\n'],
    ["JSON Lines in gzip", gzipSync('\n{"id":"1","name":"Renée"}\n')],
  ])("%s, whose rows name their columns themselves", async (_, content) => {
    const file = await write(content, "roster.txt");
    expect(await readAll(file)).toEqual([{ file, ...ROW, isSelfNamed: true }]);
  });

  test.each<[string, string | Uint8Array]>([
    ["a JSON array", '[{"id":"1","name":"Renée"}]'],
    ["a JSON array in UTF-16", utf16('\ufeff[{"id":"1","name":"Renée"}]')],
    ["a JSON array in gzip", gzipSync('[{"id":"1","name":"Renée"}]')],
  ])("%s, whose lines are the numbers of its rows", async (_, content) => {
    const file = await write(content);
    expect(await readAll(file)).toEqual([{ file, ...ROW, isSelfNamed: true, line: 1 }]);
  });

  test("Windows-1252, where only the last byte of a long file tells", async () => {
    const file = await write(Buffer.from(`id,name\n${"1,Ann\n".repeat(50_000)}2,Ren\xe9`, "latin1"));
    expect((await readAll(file)).at(-1)).toMatchObject({ line: 50_002, cells: ["2", "René"] });
  });

  test("bytes of another encoding in UTF-8 cost their rows alone", async () => {
    const file = await write(Buffer.concat([Buffer.from(TEXT), Buffer.from("2,Ren\xe9\n3,Bo\n", "latin1")]));
    const rows = await readAll(file);
    expect(rows.map(({ line, malformed }) => [line, malformed !== undefined])).toEqual([
      [2, false],
      [3, true],
      [4, false],
    ]);
  });

  test("one row of UTF-8 among several of Windows-1252 is read as it is meant, and they are rejected", async () => {
    const others = Buffer.from("id,name\n1,Ren\xe9\n2,Zo\xeb\n3,Fran\xe7ois\n", "latin1");
    const rows = await readAll(await write(Buffer.concat([others, Buffer.from("4,Québec\n")])));
    expect(rows.map(({ malformed }) => malformed !== undefined)).toEqual([true, true, true, false]);
    expect(rows.at(-1)?.cells).toEqual(["4", "Québec"]);
  });

  test("a workbook, by its first sheet", async () => {
    const rows = [
      [],
      ["id ", "name", "born", "seen", "active", "share"],
      [123, "Renée", new Date(Date.UTC(2001, 0, 31)), new Date(Date.UTC(2001, 0, 31, 13, 5, 9)), true, 1.5],
      [],
      ["007", null, new Date(Date.UTC(1924, 1, 29)), null, false, 123456789012345],
    ];
    const sheets = [
      { name: "A", rows },
      { name: "B", rows: [["other"], ["x"]] },
    ];
    const file = await write(await writeXlsx({ sheets }), "people.dat");
    const header = ["id", "name", "born", "seen", "active", "share"];
    expect(await readAll(file)).toEqual([
      { file, line: 3, header, cells: ["123", "Renée", "2001-01-31", "2001-01-31 13:05:09", true, "1.5"] },
      { file, line: 5, header, cells: ["007", null, "1924-02-29", null, false, "123456789012345"] },
    ]);
  });
});

test("a row of a workbook whose formula fails is malformed", async () => {
  const rows = [
    ["id", "name"],
    ["1", "#N/A"],
    ["2", "#1"],
  ];
  const file = await write(await writeXlsx({ sheets: [{ name: "A", rows }] }));
  expect(await readAll(file)).toMatchObject([
    { line: 2, cells: [], malformed: expect.stringMatching(/^a formula in the row/) },
    { line: 3, cells: ["2", "#1"] },
  ]);
});

describe("what the person says wins over what is found", () => {
  test.each<[string, string | Uint8Array, LayoutWishes, unknown[]]>([
    ["the delimiter", "a;b,c\n1;2,3\n", { delimiter: "," }, ["1;2", "3"]],
    ["the encoding", "a,b\n1,é\n", { encoding: "windows-1252" }, ["1", "Ã©"]],
    [
      "the encoding of a script that has few zeros",
      utf16("名,王\n名,王\n"),
      { encoding: "utf-16le" },
      ["名", "王"],
    ],
  ])("%s", async (_, content, options, cells) => {
    expect(await readAll(await write(content), options)).toMatchObject([{ line: 2, cells }]);
  });

  test("the format", async () => {
    expect(await readAll(await write("[a,b\n1,2\n"), { format: "csv" })).toMatchObject([
      { header: ["[a", "b"] },
    ]);
    expect(await readAll(await write('  {"a":1}\n'), { format: "jsonl" })).toMatchObject([{ cells: [1] }]);
  });

  test("UTF-8 where bytes are none, and their rows are malformed", async () => {
    const file = await write(Buffer.from("id,name\n1,Ren\xe9\n2,Bo\n", "latin1"));
    expect(await readAll(file, { encoding: "utf-8" })).toMatchObject([
      { malformed: expect.stringContaining("not UTF-8") },
      { cells: ["2", "Bo"] },
    ]);
  });
});

describe("a file is refused", () => {
  const tar = Buffer.alloc(1024);
  tar.write("users.csv");
  tar.write("ustar", 257);

  test.each<[string, string | Uint8Array, string]>([
    ["that is empty", "", "is empty"],
    ["that holds blank lines alone", "\n \r\n", "has no rows below its header"],
    ["that has a header alone", "id,name\n", "has no rows below its header"],
    ["that is an empty array", "[]", "has no rows; see whether"],
    [
      "whose header makes no sense",
      'id,6" x\n1,Ann\n',
      "has no header that makes sense. Line 1: a quote stands within",
    ],
    ["that is another zip archive", "PK\x03\x04\x14\0\0\0\b\0users.csv", "is a zip archive; unpack it"],
    ["that is a document", "PK\x03\x04\x14\0\0\0[Content_Types].xml word/document.xml", "is a text document"],
    [
      "that is an OpenDocument sheet",
      "PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
      "is an OpenDocument file",
    ],
    [
      "that is an old workbook",
      Buffer.from("d0cf11e0a1b11ae1", "hex"),
      "is an old Excel workbook (.xls), or one with a password",
    ],
    ["that is a PDF", "%PDF-1.7\n", "is a PDF; ask for the export as CSV"],
    [
      "that is a web page",
      "\r\n<!DOCTYPE html><title>Login</title>",
      "is a web page, perhaps that of a login",
    ],
    ["that is XML", '<?xml version="1.0"?><a/>', "is XML"],
    ["that is an archive", tar, "is a tar archive"],
    ["that is an archive in gzip", gzipSync(tar), "is a tar archive"],
    ["that is packed twice", gzipSync(gzipSync(TEXT)), "is packed with gzip twice"],
    ["that is gzip of nothing", gzipSync(""), "is an archive of nothing"],
    ["that is gzip cut off at once", gzipSync(TEXT).subarray(0, 10), "is an archive of nothing, or cut off"],
    [
      "that is JSON of another shape",
      '{\n  "users": [\n    {"a": 1}\n  ]\n}',
      "is JSON, and neither an array of objects nor",
    ],
    [
      "that begins as a workbook",
      "PK\x03\x04[Content_Types].xml xl/workbook.xml",
      "cannot be read as an Excel workbook",
    ],
  ])("%s", async (_, content, words) => {
    const file = await write(content);
    await expect(open([file])).rejects.toThrow(FileError);
    await expect(open([file])).rejects.toThrow(`${file} ${words}`);
  });

  test("that is a zip archive by its bytes, and a workbook by its name alone", async () => {
    const file = await write("PK\x03\x04\x9d\x01\xfe", "roster.XLSX");
    await expect(open([file])).rejects.toThrow(
      `${file} is no workbook that can be read; save it anew, or as CSV UTF-8`,
    );
  });

  test.each<[string, string | Uint8Array, LayoutWishes, string]>([
    [
      "JSON, with a delimiter",
      '[{"a":1}]',
      { format: "json", delimiter: "," },
      "has no delimiter; leave it out",
    ],
    ["text, as a workbook", TEXT, { format: "xlsx" }, "is no Excel workbook; leave out the format"],
    ["CSV, as an array", TEXT, { format: "json" }, "is no JSON array; leave out the format"],
  ])("that is %s", async (_, content, options, words) => {
    await expect(open([await write(content)], options)).rejects.toThrow(words);
  });

  test.each<[LayoutWishes, string]>([
    [{ format: "csv" }, "leave out the format"],
    [{ encoding: "utf-8" }, "leave out the encoding"],
    [{ delimiter: ";" }, "leave out the delimiter"],
  ])("that is a workbook, with %j", async (options, words) => {
    const file = await write(await writeXlsx({ sheets: [{ name: "A", rows: [["id"], ["1"]] }] }));
    await expect(open([file], options)).rejects.toThrow(`is an Excel workbook; ${words}`);
  });

  test("that is a workbook of more than 100 MB", async () => {
    const file = await write("PK\x03\x04[Content_Types].xml xl/workbook.xml");
    await appendFile(file, Buffer.alloc(100_000_001));
    await expect(open([file])).rejects.toThrow(
      "is an Excel workbook of more than 100 MB; save it as CSV UTF-8",
    );
  });

  test("that is missing, a folder, or no file at all", async () => {
    const missing = join(folder, "none.csv");
    await expect(open([missing])).rejects.toThrow(`${missing} does not exist; check its name`);
    await expect(open([join(await write(TEXT), "x.csv")])).rejects.toThrow("does not exist");
    await expect(open([folder])).rejects.toThrow(`${folder} is a folder; name a file in it`);
    await expect(open(["/dev/null"])).rejects.toThrow("/dev/null is no regular file; pipe it in");
  });

  test.skipIf(process.getuid?.() === 0)("that may not be read", async () => {
    const file = await write(TEXT);
    await chmod(file, 0);
    await expect(open([file])).rejects.toThrow(`${file} may not be read by this user`);
  });

  test("that is named twice, and where none is named", async () => {
    const file = await write(TEXT);
    await expect(open([file, file])).rejects.toThrow(`${file} is named twice`);
    await expect(open([])).rejects.toThrow("No file is named");
  });
});

describe("a roster of several files", () => {
  test("reads them in their order, each with its header, as often as it is asked to", async () => {
    const first = await write("id,name\n1,Ann\n", "a.csv");
    const second = await write('{"mail":"x@y.z"}\n', "b.jsonl");
    const roster = await open([first, second]);
    for (const _ of [1, 2]) {
      expect(await rowsOf(roster)).toEqual([
        { file: first, line: 2, header: ["id", "name"], cells: ["1", "Ann"] },
        { file: second, line: 1, isSelfNamed: true, header: ["mail"], cells: ["x@y.z"] },
      ]);
      expect(roster.bytesRead()).toBe(roster.bytes);
    }
    expect(roster).toMatchObject({ files: [first, second], bytes: 31, isMendedRejects: false });
  });

  test.each<[string, string, boolean]>([
    ["behind the others", `id,${REJECT_COLUMNS.join(",")}`, true],
    ["before another one", `${REJECT_COLUMNS.join(",")},id,my note`, true],
    [
      "in another order and case",
      `USERPUSH_REASON,id,${REJECT_COLUMNS.slice(0, 3).reverse().join(" ,")}`,
      true,
    ],
    ["but for one", `id,note,${REJECT_COLUMNS.slice(1).join(",")}`, false],
    ["but for one, and another twice", `id,${REJECT_COLUMNS.slice(1).join(",")},userpush_field`, false],
  ])("is one of mended rejects where its header has their columns %s", async (_, header, want) => {
    const file = await write(`${header}\n1,2,3,4,5${",6".repeat(header.split(",").length - 5)}\n`);
    expect((await open([file])).isMendedRejects).toBe(want);
  });

  test("is one of mended rejects where every file is", async () => {
    const rejects = await write(`id,${REJECT_COLUMNS.join(",")}\n1,2,f,9013,missing\n`, "a.csv");
    const others = await write("id\n1\n", "b.csv");
    const roster = await open([rejects]);
    expect(roster.isMendedRejects).toBe(true);
    expect(await rowsOf(roster)).toMatchObject([
      { header: ["id", ...REJECT_COLUMNS], cells: ["1", "2", "f", "9013", "missing"] },
    ]);
    expect((await open([rejects, others])).isMendedRejects).toBe(false);
  });
});

describe("a file that changed since it was opened stops the reading", () => {
  const LONG_AGO = new Date(2001, 0);
  const append = (file: string) => appendFile(file, "2,Bo\n");

  test.each<[string, (file: string) => Promise<void>]>([
    ["grown", append],
    ["of another time", (file) => utimes(file, new Date(), new Date(2001, 1))],
    [
      "another one in its place",
      async (file) => {
        await writeFile(`${file}.new`, TEXT.replace("1", "2"));
        await utimes(`${file}.new`, LONG_AGO, LONG_AGO);
        await rename(`${file}.new`, file);
      },
    ],
    ["gone", (file) => rm(file)],
  ])("before: %s", async (_, change) => {
    const file = await write(TEXT);
    await utimes(file, LONG_AGO, LONG_AGO);
    const roster = await open([file]);
    await change(file);
    await expect(rowsOf(roster)).rejects.toThrow(`${file} changed while it was read`);
  });

  test("meanwhile, after its rows", async () => {
    const file = await write(TEXT);
    const rows = (await open([file])).rows();
    expect((await rows.next()).value).toHaveLength(1);
    await append(file);
    await expect(rows.next()).rejects.toThrow(`${file} changed while it was read`);
  });
});

describe("a gzip archive that is cut off", () => {
  test("gives the rows before the break, without the half one, and tells of the rest", async () => {
    const text = `id,name\n${Array.from({ length: 50_000 }, (_, index) => `${index},${Math.random()}\n`).join("")}`;
    const file = await write(gzipSync(text).subarray(0, 400_000));
    const rows = await readAll(file);
    const lines = text.split("\n");
    const [broken, ...read] = rows.toReversed();
    expect(read.length).toBeGreaterThan(20_000);
    expect(read.toReversed().map(({ cells }) => cells.join(","))).toEqual(lines.slice(1, read.length + 1));
    expect(broken).toMatchObject({
      line: read.length + 2,
      malformed: expect.stringMatching(/^the gzip archive is cut off/),
    });
  });
});

describe("standard input", () => {
  const spooled = () => readdir(join(folder, "spool"));

  test("is kept in a file that its owner alone can read, until it is closed", async () => {
    const roster = await open(["-"], {
      stdin: Readable.from([Buffer.from(TEXT.slice(0, 5)), TEXT.slice(5)]),
    });
    const [name = ""] = await spooled();
    expect(name).toMatch(new RegExp(`^stdin-${process.pid}-`));
    expect((await stat(join(folder, "spool", name))).mode & 0o777).toBe(0o600);
    expect(await rowsOf(roster)).toEqual([{ file: "-", ...ROW }]);
    expect(await rowsOf(roster)).toHaveLength(1);
    expect(roster.bytes).toBe(Buffer.byteLength(TEXT));
    await roster.close();
    await roster.close();
    expect(await spooled()).toEqual([]);
  });

  test.each<[string, string | Uint8Array, string]>([
    ["is empty", "", "standard input is empty"],
    ["is a PDF", "%PDF-1.7", "standard input is a PDF"],
    ["has no rows", "id,name\n", "standard input has no rows"],
  ])("that %s is refused, and nothing is left", async (_, content, words) => {
    await expect(open(["-"], { stdin: Readable.from([Buffer.from(content)]) })).rejects.toThrow(words);
    expect(await spooled()).toEqual([]);
  });

  test("that breaks off is refused, and nothing is left", async () => {
    async function* breaking() {
      yield TEXT;
      throw Object.assign(new Error(), { code: "EPIPE" });
    }
    await expect(open(["-"], { stdin: breaking() })).rejects.toThrow(
      /^Standard input cannot be kept in .*\(EPIPE\)/,
    );
    expect(await spooled()).toEqual([]);
  });

  test("is waited for until the signal ends it", async () => {
    const controller = new AbortController();
    const opened = open(["-"], { stdin: new Readable({ read() {} }), signal: controller.signal });
    const reason = new Error("interrupted");
    controller.abort(reason);
    await expect(opened).rejects.toBe(reason);
    expect(await spooled()).toEqual([]);
  });

  test("is named as it was asked to be, for whoever looks after what was left", async () => {
    const options = {
      stdin: Readable.from([Buffer.from(TEXT)]),
      spool: join(folder, "spool/s.sqlite.stdin"),
    };
    const roster = await open(["-"], options);
    expect(await spooled()).toEqual([
      expect.stringMatching(new RegExp(`^s\\.sqlite\\.stdin-${process.pid}-`)),
    ]);
    await roster.close();
  });

  test("of another process is left alone: only who holds the state can tell whose it is", async () => {
    await mkdir(join(folder, "spool"));
    const left = join(folder, "spool", "stdin-999999999-1-x");
    await writeFile(left, TEXT);
    await utimes(left, new Date(2001, 0), new Date(2001, 0));
    await open([await write(TEXT)]);
    expect(await spooled()).toEqual(["stdin-999999999-1-x"]);
  });

  test("is not touched where it is not named", async () => {
    const stdin = new Readable({ read: () => expect.unreachable() });
    await open([await write(TEXT)], { stdin });
    expect(existsSync(join(folder, "spool"))).toBe(false);
  });
});

test("reading ends with the reason of its signal", async () => {
  const controller = new AbortController();
  const roster = await open([await write(`id\n${"1\n".repeat(200_000)}`)], { signal: controller.signal });
  const rows = roster.rows();
  await rows.next();
  const reason = new Error("interrupted");
  controller.abort(reason);
  await expect(rows.next()).rejects.toBe(reason);
});
