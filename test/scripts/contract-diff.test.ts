import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { compareDocuments } from "../../scripts/contract-diff/compare-documents.ts";
import { compareTypes } from "../../scripts/contract-diff/compare-types.ts";
import { editFile, PROJECT } from "./project-copy.ts";

const CCS = join(PROJECT, "openapi/ccs.yaml");

async function changed(from: string, to: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "userpush-test-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp(join(PROJECT, "openapi"), folder, { recursive: true });
  await editFile(join(folder, "ccs.yaml"), from, to);
  return join(folder, "ccs.yaml");
}

test("a document does not differ from itself", async () => {
  expect(await compareDocuments(CCS, CCS)).toEqual([]);
});

// With rules that do not rate, every change would be a patch, and nothing would ever fail.
test("a change that breaks callers is rated so, and one that helps them is not", async () => {
  const impactOf = async (from: string, to: string) => {
    return (await compareDocuments(CCS, await changed(from, to))).map(({ impact }) => impact);
  };
  expect(await impactOf("maximum: 255", "maximum: 99")).toEqual(["major"]);
  expect(await impactOf("required: [email, firstName, roleId]", "required: [email, roleId]")).not.toContain(
    "major",
  );
});

test("type tests of earlier times that no longer compile are a breaking change", async () => {
  const tests = await readFile(join(PROJECT, "test/types/surface.ts"), "utf8");
  expect(await compareTypes(tests)).toEqual([]);
  const other = `${tests}\nexport const gone: import("userpush/opscom").Gone = 1;\n`;
  expect(await compareTypes(other)).toMatchObject([
    { impact: "major", message: expect.stringContaining("Gone") },
  ]);
});
