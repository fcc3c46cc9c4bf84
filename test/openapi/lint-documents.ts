import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { copyProject, removeCopy, runIn } from "../scripts/project-copy.ts";

/** What the linter has against a document. */
export interface Problem {
  readonly rule: string;
  readonly message: string;
}

/** The part of Redocly's JSON report that is read here. */
interface Report {
  readonly problems: readonly {
    readonly ruleId: string;
    readonly message: string;
    readonly location: readonly { readonly source: { readonly ref: string } }[];
  }[];
}

/** Lints documents, name to text, under the project's own configuration, all in one run. */
export async function lintDocuments(
  documents: ReadonlyMap<string, string>,
): Promise<Map<string, readonly Problem[]>> {
  const folder = await copyProject(["openapi", "redocly.yaml", "src/contract", "package.json"]);
  try {
    // Beside the true ones, because examples name their samples by a relative path.
    const files = [...documents.keys()].map((_, index) => `openapi/document-${index}.yaml`);
    const texts = [...documents.values()];
    await Promise.all(files.map((file, index) => writeFile(join(folder, file), texts[index] ?? "")));
    const found = await lint(folder, files);
    return new Map([...documents.keys()].map((name, index) => [name, found(files[index] ?? "")]));
  } finally {
    await removeCopy(folder);
  }
}

async function lint(folder: string, files: readonly string[]): Promise<(file: string) => Problem[]> {
  const settings = ["lint", "--format=json", "--max-problems=100000"];
  const { stdout, stderr } = await runIn(folder, "redocly", [...settings, ...files]);
  // One report a document, one behind the other.
  const reports: Report[] = JSON.parse(`[${stdout.replaceAll(/^\}\{$/gm, "},{")}]`);
  if (reports.length !== files.length) throw new Error(`redocly did not lint every document:\n${stderr}`);
  return (file) =>
    reports
      .flatMap(({ problems }) => problems)
      .filter(({ location: [first] }) => first?.source.ref === file)
      .map(({ ruleId, message }) => ({ rule: ruleId, message }));
}
