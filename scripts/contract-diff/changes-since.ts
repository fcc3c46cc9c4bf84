import { execFileSync } from "node:child_process";
import { cp, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Change } from "./change.ts";
import { compareDocuments } from "./compare-documents.ts";
import { compareTypes } from "./compare-types.ts";

/** What changed in the documents of the project in this folder, and in its types, since a commit or a tag of it. */
export async function changesSince(reference: string): Promise<Change[]> {
  return [...(await changesOfDocuments(reference)), ...(await compareTypes(show(reference, SURFACE)))];
}

const SURFACE = "test/types/surface.ts";

/** Two lines for each change, and one about all of them. */
export function describeChanges(changes: readonly Change[], reference: string): string {
  const breaking = changes.filter(({ impact }) => impact === "major").length;
  return [
    ...changes.map(({ impact, place, message }) => `${impact}  ${place}\n       ${message}`),
    `${changes.length} ${changes.length === 1 ? "change" : "changes"} since ${reference}, ${breaking} of them breaking.`,
  ].join("\n");
}

async function changesOfDocuments(reference: string): Promise<Change[]> {
  const folder = await mkdtemp(join(tmpdir(), "userpush-diff-"));
  try {
    await cp("openapi/samples", join(folder, "samples"), { recursive: true });
    const files = (await readdir("openapi")).filter((file) => file.endsWith(".yaml"));
    return (await Promise.all(files.map((file) => changesOf(file, reference, folder)))).flat();
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function changesOf(file: string, reference: string, folder: string): Promise<Change[]> {
  const before = join(folder, file);
  await writeFile(before, show(reference, `openapi/${file}`));
  const found = await compareDocuments(before, join("openapi", file));
  return found.map((one) => ({ ...one, place: `${file} ${one.place}` }));
}

/** A file as it was. */
function show(reference: string, file: string): string {
  return execFileSync("git", ["show", `${reference}:${file}`], { encoding: "utf8" });
}
