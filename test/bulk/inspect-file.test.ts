import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { FileError } from "../../src/bulk/file-error.ts";
import { inspectFile } from "../../src/bulk/inspect-file.ts";

const folder = await mkdtemp(join(tmpdir(), "inspect-file-"));
const file = join(folder, "roster.csv");
afterAll(() => rm(folder, { recursive: true }));

test.each<[string, string | Buffer, number]>([
  ["with a row", "id,name\n1,Ann\n", 1],
  ["with a malformed row that swallows nothing", 'id,name\n1,6"x\n2,Bo\n', 2],
  ["in UTF-8 with a byte order mark", "\ufeffid,name\n1,Ren\u00e9e\n", 1],
  ["in UTF-16 with a byte order mark", Buffer.from("\ufeffid,name\n1,Ann\n", "utf16le"), 1],
])("a file %s may be pushed", async (_name, content, rows) => {
  await writeFile(file, content);
  expect(await inspectFile(file)).toEqual({ bytes: Buffer.byteLength(content), rows });
});

test.each<[string, string | Buffer, string]>([
  ["that is empty", "", "is empty"],
  ["that has a header and no rows", "id,name\n", "has no rows below its header"],
  [
    "in Windows-1252",
    Buffer.from("id,name\n1,Ann\n2,Ren\u00e9e\n", "latin1"),
    "is not UTF-8, see about line",
  ],
  [
    "that ends within a character",
    Buffer.concat([Buffer.from("id\n1"), Buffer.from([0xe2, 0x82])]),
    "is not UTF-8",
  ],
  [
    "that is a workbook",
    Buffer.from("504b030414000600", "hex"),
    "is a workbook or an archive; save it as CSV",
  ],
  [
    "with a quote that is never closed",
    'id,name\n1,Ann\n2,"Bo\n3,Cy\n',
    "line 3: a quote is opened and never closed",
  ],
  ["whose header is no CSV", 'id,6" x\n1,Ann\n', "line 1: a quote stands within a cell"],
  ["with text after a closing quote", 'id,name\n1,"An"n\n2,Bo\n', "line 2: text follows a closing quote"],
])("a file %s is refused before anything is sent", async (_name, content, words) => {
  await writeFile(file, content);
  await expect(inspectFile(file)).rejects.toThrow(FileError);
  await expect(inspectFile(file)).rejects.toThrow(words);
});

test("a folder is refused by name", async () => {
  await expect(inspectFile(folder)).rejects.toThrow(`${folder} is a folder`);
});

test("what is no regular file is refused by name", async () => {
  await expect(inspectFile("/dev/null")).rejects.toThrow("/dev/null is no regular file");
});
