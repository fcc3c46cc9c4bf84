// npm run generate            writes src/generated/ from openapi/
// npm run generate -- --check  writes nothing, and exits with 1 when what is committed differs
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
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
const apis = (await readdir(documents))
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => file.replace(".yaml", ""));
const generated = await Promise.all(
  apis.map(async (api) => ({ api, files: await generateApi({ api, documents, out }) })),
);

let differing = 0;
for (const { api, files } of generated) {
  const folder = new URL(`${api}/`, out);
  for (const [name, text] of files) {
    if ((await readFile(new URL(name, folder), "utf8").catch(() => "")) === text) continue;
    differing += 1;
    console.error(`${values.check ? "differs" : "written"}: ${values.out}/${api}/${name}`);
    if (values.check) continue;
    await mkdir(folder, { recursive: true });
    await writeFile(new URL(name, folder), text);
  }
}

if (values.check && differing > 0) {
  console.error(`${differing} generated files are not what the documents say. Run: npm run generate`);
  process.exitCode = 1;
}
