// npm run contract:diff -- v0.1.0   what changed in the documents, and in the types, since then; exits with 1 when that breaks callers
import { execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Change } from "./contract-diff/change.ts";
import { compareDocuments } from "./contract-diff/compare-documents.ts";
import { compareTypes } from "./contract-diff/compare-types.ts";

const [reference] = process.argv.slice(2);
if (!reference) {
  console.error("Say with what to compare: npm run contract:diff -- HEAD~1");
  process.exit(2);
}

const folder = await mkdtemp(join(tmpdir(), "userpush-diff-"));
try {
  const changes = [...(await changesOfDocuments()), ...(await compareTypes(show("test/types/surface.ts")))];
  for (const { impact, place, message } of changes) console.log(`${impact}  ${place}\n       ${message}`);
  const breaking = changes.filter(({ impact }) => impact === "major").length;
  console.log(`${changes.length} changes since ${reference}, ${breaking} of them breaking.`);
  process.exitCode = breaking > 0 ? 1 : 0;
} finally {
  await rm(folder, { recursive: true });
}

async function changesOfDocuments(): Promise<Change[]> {
  await mkdir(join(folder, "samples"));
  await cp("openapi/samples", join(folder, "samples"), { recursive: true });
  const files = (await readdir("openapi")).filter((file) => file.endsWith(".yaml"));
  const changes = await Promise.all(
    files.map(async (file) => {
      const before = join(folder, file);
      await writeFile(before, show(`openapi/${file}`));
      const found = await compareDocuments(before, join("openapi", file));
      return found.map((one) => ({ ...one, place: `${file} ${one.place}` }));
    }),
  );
  return changes.flat();
}

/** A file as it was. */
function show(file: string): string {
  return execFileSync("git", ["show", `${reference}:${file}`], { encoding: "utf8" });
}
