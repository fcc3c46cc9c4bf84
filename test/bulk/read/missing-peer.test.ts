import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { openRoster } from "../../../src/bulk/read/open-roster.ts";

vi.mock("hucre/xlsx", () => {
  throw new Error("Cannot find package 'hucre'");
});

test("a workbook tells which package it needs where that is not installed", async () => {
  const folder = await mkdtemp(join(tmpdir(), "missing-peer-"));
  const file = join(folder, "people.xlsx");
  await writeFile(file, "PK\x03\x04[Content_Types].xml xl/workbook.xml");
  const opened = openRoster({ files: [file], spool: join(folder, "stdin") });
  await expect(opened).rejects.toMatchObject({
    name: "MissingPeerError",
    message: expect.stringContaining("npm install hucre@1"),
  });
  await rm(folder, { recursive: true });
});
