import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const ATTW = resolve("test/packaging/tools/node_modules/@arethetypeswrong/core/dist/index.js");

/** What a resolver of CommonJS meets. The package is of ES modules alone, and says so by its `exports`. */
const OF_COMMON_JS = ["node10", "node16-cjs"];

interface Attw {
  readonly createPackageFromTarballData: (tarball: Uint8Array) => object;
  readonly checkPackage: (tarball: object) => Promise<{
    readonly problems: readonly { readonly kind: string; readonly resolutionKind?: string }[];
    readonly entrypoints: object;
  }>;
}

// Skipped by name until `npm ci --prefix test/packaging/tools` brought the tool, failed in CI.
test.skipIf(!existsSync(ATTW) && !process.env["CI"])("attw finds nothing wrong with the types", async () => {
  const folder = await mkdtemp(join(tmpdir(), "userpush-attw-"));
  try {
    await promisify(execFile)("npm", ["pack", "--ignore-scripts", "--pack-destination", folder]);
    const [tarball = ""] = await readdir(folder);
    const attw = (await import(ATTW)) as Attw;
    const checked = await attw.checkPackage(
      attw.createPackageFromTarballData(new Uint8Array(await readFile(join(folder, tarball)))),
    );
    const entries = Object.keys(checked.entrypoints);
    expect(entries).toEqual(expect.arrayContaining([".", "./opscom", "./activeplatform", "./ccs", "./bulk"]));
    const problems = checked.problems.filter(
      ({ resolutionKind = "" }) => !OF_COMMON_JS.includes(resolutionKind),
    );
    expect(problems).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
