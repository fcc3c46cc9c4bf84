import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Change } from "./change.ts";

const ROOT = resolve(import.meta.dirname, "../..");

/** Compiles the type tests of an earlier version against the types of today: what compiled then must compile now. */
export async function compareTypes(earlierTests: string): Promise<Change[]> {
  const folder = await mkdtemp(join(tmpdir(), "userpush-types-"));
  const config = {
    extends: join(ROOT, "tsconfig.json"),
    compilerOptions: { typeRoots: [join(ROOT, "node_modules/@types")] },
    include: [],
    files: ["surface.mts"],
  };
  try {
    await writeFile(join(folder, "surface.mts"), earlierTests);
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
    return (await compile(folder)).map((message) => ({ impact: "major", place: "types", message }));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The complaints of the compiler; none where it has nothing to say. */
function compile(folder: string): Promise<string[]> {
  const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
  return new Promise((done) => {
    execFile(process.execPath, [tsc, "-p", folder, "--pretty", "false"], (_, stdout) => {
      done(stdout.split("\n").flatMap((line) => /surface\.mts.*error TS.*/.exec(line) ?? []));
    });
  });
}
