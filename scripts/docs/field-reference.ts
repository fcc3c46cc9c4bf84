import { mkdir, writeFile } from "node:fs/promises";
import { readReference } from "./reference/api-reference.ts";
import { writeFieldPage } from "./reference/field-page.ts";
import { APIS, MADE_PAGES } from "./site.ts";

/** Writes a page for each API on all that its document says of its fields and faults. */
export async function writeFieldReference(): Promise<void> {
  const folder = `${MADE_PAGES}/fields`;
  await mkdir(folder, { recursive: true });
  for (const api of APIS) await writeFile(`${folder}/${api}.md`, writeFieldPage(await readReference(api)));
}
