import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { generateApi } from "../../scripts/generate/generate-api.ts";
import { copyProject, editFile, PROJECT, removeCopy } from "./project-copy.ts";

const DOCUMENTS = pathToFileURL(join(PROJECT, "openapi/"));
const OUT = pathToFileURL(join(PROJECT, "src/generated/"));
const APIS = ["activeplatform", "ccs", "opscom"];

describe.each(APIS)("what is generated for %s", (api) => {
  test("is the same in every run, byte for byte", async () => {
    expect(await generateApi({ api, documents: DOCUMENTS, out: OUT })).toEqual(
      await generateApi({ api, documents: DOCUMENTS, out: OUT }),
    );
  });

  test("is what is committed, and nothing else is", async () => {
    const files = await generateApi({ api, documents: DOCUMENTS, out: OUT });
    expect([...files.keys()].sort()).toEqual((await readdir(new URL(`${api}/`, OUT))).sort());
    for (const [name, text] of files) {
      expect(await readFile(new URL(`${api}/${name}`, OUT), "utf8"), name).toBe(text);
    }
  });

  test("says in its first line from what it comes, and by which command", async () => {
    const files = await generateApi({ api, documents: DOCUMENTS, out: OUT });
    const firstLines = [...files.values()].map((text) => text.split("\n", 1)[0]);
    const want = expect.stringMatching(new RegExp(`^// .* openapi/${api}\\.yaml by \`npm run generate\``));
    expect(firstLines).toEqual(firstLines.map(() => want));
    expect(firstLines).toHaveLength(6);
  });
});

test("a format of a parameter is imported where it is named", async () => {
  const folder = await copyProject(["openapi"]);
  onTestFinished(() => removeCopy(folder));
  const pattern = "        pattern: ^[A-Za-z0-9_\\-]+$";
  await editFile(join(folder, "openapi/opscom.yaml"), pattern, "        format: date");
  const documents = pathToFileURL(join(folder, "openapi/"));
  const calls = (await generateApi({ api: "opscom", documents, out: OUT })).get("calls.gen.ts");
  expect(calls).toContain('import { DATE } from "../../contract/format.ts";');
  expect(calls).toContain('parameters: { tenant: { type: "string", format: DATE } },');
});

test("every document has its generated folder, and every folder its document", async () => {
  const documents = (await readdir(DOCUMENTS)).filter((file) => file.endsWith(".yaml"));
  expect(documents.map((file) => file.replace(".yaml", "")).sort()).toEqual(APIS);
  expect((await readdir(OUT)).sort()).toEqual(APIS);
});
