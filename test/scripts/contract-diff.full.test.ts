import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compareDocuments } from "../../scripts/contract-diff/compare-documents.ts";
import { BREAKING_CHANGES } from "./breaking-changes.ts";
import { editFile, PROJECT } from "./project-copy.ts";

const DOCUMENTS = join(PROJECT, "openapi");

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "userpush-test-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("the comparison with an earlier document", () => {
  test("is tried on twenty kinds of breaking changes at least", () => {
    expect(new Set(BREAKING_CHANGES.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(20);
  });

  test.each(BREAKING_CHANGES)("finds that $kind", async ({ kind, in: api, from, to }) => {
    const changed = join(folder, kind);
    await cp(DOCUMENTS, changed, { recursive: true });
    await editFile(join(changed, `${api}.yaml`), from, to);
    const changes = await compareDocuments(join(DOCUMENTS, `${api}.yaml`), join(changed, `${api}.yaml`));
    expect(changes.filter(({ impact }) => impact === "major")).not.toEqual([]);
  });
});
