import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { type ApiPage, renderApiPage } from "./api-page.ts";
import { buildRedoc } from "./redoc.ts";
import { readReference } from "./reference/api-reference.ts";
import { APIS, type Site } from "./site.ts";

/** What a page of VitePress says, without its navigation and its title. */
const CONTENT = /<main[^>]*>[\s\S]*?(<h2[\s\S]*)<\/div><\/div><\/main>/;

/** Fields and faults: what stands below an operation's own words, up to the next operation. */
const PARTS = /<h3[\s\S]*?(?=<h2|$)/g;

/** The design tokens: `.dark` is set by scripts, and where there are none the system's choice holds. */
const TOKENS = "docs/.vitepress/theme/tokens.css";
const DARK = /\.dark (\{[\s\S]*?\n\})/;

/** Our own files that the pages share. */
const FILES = [
  "docs/.vitepress/theme/fields.css",
  "docs/api-pages/api-page.css",
  "docs/api-pages/api-page.js",
];

/** Writes one page for each API: Redoc, and until it has rendered the field reference, which VitePress has rendered before. */
export async function writeApiPages({ base, folder }: Site): Promise<void> {
  await mkdir(`${folder}/apis`, { recursive: true });
  const tokens = await readFile(TOKENS, "utf8");
  const [, dark = ""] = DARK.exec(tokens) ?? [];
  const unscripted = `@media (scripting: none) and (prefers-color-scheme: dark) { :root ${dark} }`;
  await writeFile(`${folder}/apis/tokens.css`, `${tokens}\n${unscripted}\n`);
  for (const file of FILES) await copyFile(file, `${folder}/apis/${basename(file)}`);
  const links = await Promise.all(
    APIS.map(async (api) => ({ api, title: (await readReference(api)).title })),
  );
  for (const { api, title } of links) await writeApiPage({ api, title, base, links }, folder);
}

async function writeApiPage(page: Omit<ApiPage, "content" | "options">, folder: string): Promise<void> {
  const { api } = page;
  const { script, definition, options } = await buildRedoc(api, `${folder}/apis/${api}.html`);
  const [, content] = CONTENT.exec(await readFile(`${folder}/reference/fields/${api}.html`, "utf8")) ?? [];
  if (!content) throw new Error(`VitePress has rendered no fields of ${api}`);
  // Redoc knows no places within an operation, so the search leads to fields and faults on the page of the fields alone.
  const indexed = content.replace(PARTS, "<div data-pagefind-ignore>$&</div>");
  await writeFile(`${folder}/apis/redoc.js`, script);
  await writeFile(`${folder}/apis/${api}.json`, definition);
  await writeFile(`${folder}/apis/${api}.html`, renderApiPage({ ...page, content: indexed, options }));
}
