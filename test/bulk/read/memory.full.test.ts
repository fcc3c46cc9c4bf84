import { execFileSync } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { afterAll, expect, test } from "vitest";

const folder = await mkdtemp(join(tmpdir(), "read-memory-"));
afterAll(() => rm(folder, { recursive: true }));

/** What reading must not grow by, whatever the size of the file: the collector waits that long. */
const MAX_GROWTH_MB = 50;

const PROGRAM = `
  import { openRoster } from "./src/bulk/read/open-roster.ts";
  const roster = await openRoster({ files: [process.argv[1]], stdin: process.stdin, spool: process.argv[2] });
  let rows = 0;
  for await (const batch of roster.rows()) rows += batch.length;
  console.log(JSON.stringify({ rows, peakMb: process.resourceUsage().maxRSS / 1024 }));
`;

const WIDE = "x".repeat(200);
const csv = (id: number) => `${id},"Ann, ${id}",${id}@example.edu,${WIDE}\n`;
const json = (id: number) =>
  `${id === 0 ? "" : ",\n"}${JSON.stringify({ id, name: "Ann", mail: `${id}@example.edu`, WIDE })}`;

function* content(rows: number, format: "csv" | "json") {
  yield format === "csv" ? "id,name,mail,note\n" : "[\n";
  for (let id = 0; id < rows; id += 1) yield format === "csv" ? csv(id) : json(id);
  if (format === "json") yield "]";
}

async function write(rows: number, name: "a.csv" | "a.json" | "a.csv.gz"): Promise<string> {
  const file = join(folder, name);
  const source = Readable.from(content(rows, name === "a.json" ? "json" : "csv"));
  if (name.endsWith(".gz")) await pipeline(source, createGzip(), createWriteStream(file));
  else await pipeline(source, createWriteStream(file));
  return file;
}

function readInOwnProcess(file: string): { readonly rows: number; readonly peakMb: number } {
  const args = ["--input-type=module", "--eval", PROGRAM, file, folder];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" }));
}

test.each(["a.csv", "a.json", "a.csv.gz"] as const)(
  "%s of a million rows is read in the memory of a small one",
  async (name) => {
    const small = readInOwnProcess(await write(2_000, name));
    const large = readInOwnProcess(await write(1_000_000, name));
    expect(large.rows).toBe(1_000_000);
    expect(large.peakMb - small.peakMb).toBeLessThan(MAX_GROWTH_MB);
  },
);
