// npm run generate            writes src/generated/ from openapi/
// npm run generate -- --check  writes nothing, and exits with 1 when what is committed differs
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { generateApi } from "./generate/generate-api.ts";

const { values } = parseArgs({
  options: {
    check: { type: "boolean", default: false },
    documents: { type: "string", default: "openapi" },
    out: { type: "string", default: "src/generated" },
  },
});

const documents = pathToFileURL(`${values.documents}/`);
const out = pathToFileURL(`${values.out}/`);

const wanted = await generateAll();
const present = await listPresent();
const differing = [...wanted].filter(([file, text]) => present.get(file) !== text).map(([file]) => file);
const stale = [...present.keys()].filter((file) => !wanted.has(file));
await (values.check ? report() : write());

/** Path below the folder of generated files, to text. */
async function generateAll(): Promise<Map<string, string>> {
  const files = (await readdir(documents)).filter((file) => file.endsWith(".yaml"));
  const apis = files.map((file) => file.replace(".yaml", ""));
  const generated = await Promise.all(
    apis.map(async (api) =>
      [...(await generateApi({ api, documents, out }))].map(
        ([name, text]) => [`${api}/${name}`, text] as const,
      ),
    ),
  );
  return new Map(generated.flat());
}

async function listPresent(): Promise<Map<string, string>> {
  const entries = await readdir(out, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(relative(values.out, entry.parentPath), entry.name));
  return new Map(
    await Promise.all(files.map(async (file) => [file, await readFile(new URL(file, out), "utf8")] as const)),
  );
}

function report(): void {
  for (const file of differing) console.error(`differs: ${values.out}/${file}`);
  for (const file of stale) console.error(`no document asks for: ${values.out}/${file}`);
  if (differing.length + stale.length === 0) return;
  console.error("The generated files are not what the documents say. Run: npm run generate");
  process.exitCode = 1;
}

async function write(): Promise<void> {
  for (const file of stale) await rm(new URL(file, out));
  for (const file of differing) {
    await mkdir(new URL(".", new URL(file, out)), { recursive: true });
    await writeFile(new URL(file, out), wanted.get(file) as string);
    console.error(`written: ${values.out}/${file}`);
  }
}
