import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { inspectFile } from "../../src/bulk/inspect-file.ts";

const folder = await mkdtemp(join(tmpdir(), "inspect-file-"));
const file = join(folder, "roster.csv");
afterAll(() => rm(folder, { recursive: true }));

const HEADER = "id,name\n";
const ROWS = "1,Ann\n2,Bo\n";
/** More than one chunk of a file. */
const MANY = "1,Ann\n".repeat(30_000);

async function inspect(content: string | Buffer) {
  await writeFile(file, content);
  return inspectFile(file);
}

describe("a file", () => {
  test.each<[string, string | Buffer, number]>([
    ["with a header and rows", HEADER + ROWS, 2],
    ["without a last line end", `${HEADER}1,Ann`, 1],
    ["with blank lines", `${HEADER}\n1,Ann\n\n\n2,Bo\n\n`, 2],
    ["with line breaks within quotes", `${HEADER}1,"A\nnn"\n2,Bo\n`, 2],
    ["with a byte order mark", `\uFEFF${HEADER}1,Zoë\n`, 1],
    ["in UTF-16 LE with a byte order mark", Buffer.from(`\uFEFF${HEADER}1,Zoë\n`, "utf16le"), 1],
    ["with a row that is malformed by itself", `${HEADER}1,6" nail\n2,Bo\n`, 2],
    ["with characters over the ends of its chunks", HEADER + "1,€é😀\n".repeat(30_000), 30_000],
  ])("%s is let through, with its bytes and rows", async (_, content, rows) => {
    expect(await inspect(content)).toEqual({ bytes: Buffer.byteLength(content), rows });
  });
});

describe("a file is refused", () => {
  const LATIN = Buffer.from("3,Zoë\n", "latin1");

  test.each<[string, string | Buffer, string]>([
    ["that is empty", "", "is empty"],
    ["that is a workbook", "PK\u0003\u0004 and so on", "is a workbook or an archive; save it as CSV"],
    [
      "that is in another encoding",
      Buffer.concat([Buffer.from(HEADER), LATIN]),
      "is not UTF-8, see about line 1; save it as CSV UTF-8",
    ],
    ["that is a header only", HEADER, "has no rows below its header"],
    ["that holds blank lines only", "\n\n\n", "has no rows below its header"],
    ["that holds a byte order mark only", "\uFEFF", "has no rows below its header"],
  ])("%s", async (_, content, want) => {
    const refusal = { name: "FileError", message: `${file} ${want}` };
    await expect(inspect(content)).rejects.toMatchObject(refusal);
  });

  test.each([
    ["a quote that is never closed", `${HEADER}1,Ann\n2,"secret\n3,Di\n`, 3, "a quote is opened and never"],
    ["a quote that is never closed in its header", `id,"secret\n${ROWS}`, 1, "a quote is opened and never"],
    ["text after a closing quote", `${HEADER}1,"secret"x\n${ROWS}`, 2, "text follows a closing quote"],
    [
      "a row without an end",
      `${HEADER}1,"${"secret".repeat(200_000)}"\n`,
      2,
      "the row has more than 1,000,000",
    ],
  ])("for %s, and not quoted", async (_, content, line, want) => {
    const message = expect.stringMatching(`^${file}, line ${line}: ${want}`);
    await expect(inspect(content)).rejects.toMatchObject({ name: "FileError", message });
    await expect(inspect(content)).rejects.not.toMatchObject({ message: expect.stringContaining("secret") });
  });

  test("with a line near the place that is not UTF-8, however far into the file", async () => {
    const refused = inspect(Buffer.concat([Buffer.from(HEADER + MANY), LATIN, Buffer.from(MANY)]));
    const { message } = await refused.then(
      () => new Error("it was let through"),
      (error: Error) => error,
    );
    const line = Number(/ is not UTF-8, see about line (\d+);/.exec(message)?.[1]);
    // A chunk has 65,536 bytes, which are 11,000 of these lines.
    expect(line).toBeGreaterThan(30_002 - 11_000);
    expect(line).toBeLessThanOrEqual(30_002);
  });

  test("that is a folder", async () => {
    const refusal = { name: "FileError", message: `${folder} is a folder` };
    await expect(inspectFile(folder)).rejects.toMatchObject(refusal);
  });

  test("that is no regular file", async () => {
    const refusal = { name: "FileError", message: "/dev/null is no regular file" };
    await expect(inspectFile("/dev/null")).rejects.toMatchObject(refusal);
  });

  test("that is missing, in Node's words", async () => {
    const path = join(folder, "none.csv");
    await expect(inspectFile(path)).rejects.toMatchObject({ code: "ENOENT", path });
  });
});
