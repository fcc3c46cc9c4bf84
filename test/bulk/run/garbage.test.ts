import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { FileError } from "../../../src/bulk/file-error.ts";
import type { PlanCounts } from "../../../src/bulk/plan/plan.ts";
import { planFiles } from "../../../src/bulk/run/plan-files.ts";
import { opscomTarget } from "../../../src/bulk/target/opscom.ts";

const folder = await mkdtemp(join(tmpdir(), "garbage-"));
afterAll(() => rm(folder, { recursive: true }));

const target = opscomTarget({ tenant: "OC_TOMA", apiToken: "token" });
const HEADER = "unique_id,login_source,first_name\n";
const GOOD = "p1,OPSCOM,Ann\n";

/** What a plan of some bytes counts; nothing where they are no roster at all. */
async function plan(bytes: Uint8Array | string): Promise<PlanCounts | undefined> {
  const file = join(folder, "roster");
  await writeFile(file, bytes);
  try {
    const stateFile = join(folder, "none", "state.sqlite");
    return (await planFiles({ target, files: [file], stdin: process.stdin, stateFile })).counts;
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}

/** That every row that was read came to something. */
function expectWhole(counts: PlanCounts | undefined): void {
  const { read = 0, ...parts } = counts ?? {};
  expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(read);
}

describe("a plan of garbage", () => {
  test("accounts for every row that it reads, or says that it is no roster", async () => {
    const chunk = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.constantFrom(HEADER, GOOD, '"', "\0", "\r", "\ufeff", ",,,,"),
    );
    const bytes = fc
      .array(chunk, { maxLength: 30 })
      .map((chunks) =>
        Buffer.concat([Buffer.from(HEADER), ...chunks.map((one) => Buffer.from(one as string))]),
      );
    await fc.assert(
      fc.asyncProperty(bytes, async (file) => expectWhole(await plan(file))),
      { numRuns: 150 },
    );
  });

  test.each<[string, () => Uint8Array | string, Partial<PlanCounts>]>([
    [
      "an open quote costs its own row alone",
      () => `${HEADER}p1,OPSCOM,"Ann\np2,OPSCOM,Ben\np3,OPSCOM,Cy\n`,
      { read: 3, new: 2, rejected: 1 },
    ],
    [
      "a cell of 10 MB is one reject",
      () => `${HEADER}p1,OPSCOM,${"x".repeat(10_000_000)}\np2,OPSCOM,Ben\n`,
      { new: 1, rejected: 1 },
    ],
    ["NULs are rejects", () => `${HEADER}p1,OPSCOM,A\0n\np2,OPSCOM,Ben\n`, { read: 2, new: 1, rejected: 1 }],
    [
      "10,000 columns are read",
      () =>
        `${HEADER.trim()},${Array.from({ length: 10_000 }, (_, index) => `c${index}`).join(",")}\np1,OPSCOM,Ann,${",".repeat(9_999)}\n`,
      { read: 1, new: 1 },
    ],
    [
      "mixed encodings are read",
      () =>
        Buffer.concat([
          Buffer.from(`${HEADER}p1,OPSCOM,Zoë\np2,OPSCOM,`),
          Buffer.from([0xe9]),
          Buffer.from("\n"),
        ]),
      { read: 2 },
    ],
  ])("%s", async (_name, file, want) => {
    const counts = await plan(file());
    expect(counts).toMatchObject(want);
    expectWhole(counts);
  });

  test("an archive that is cut off keeps the rows before the break, and says so", async () => {
    const rows = Array.from({ length: 50_000 }, (_, index) => `p${index},OPSCOM,Ann${Math.random()}\n`);
    const whole = gzipSync(HEADER + rows.join(""));
    const counts = await plan(whole.subarray(0, whole.length / 2));
    expect(counts?.new).toBeGreaterThan(10_000);
    expect(counts).toMatchObject({ rejected: 1 });
    expectWhole(counts);
  });
});
