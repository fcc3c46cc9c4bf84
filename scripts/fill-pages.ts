// node scripts/fill-pages.ts           writes into the pages what they show of examples and of the program
// node scripts/fill-pages.ts --check   writes nothing, and exits with 1 when a page shows something else
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { contentOf } from "./pages/content-of.ts";
import { fillBlocks } from "./pages/fill-blocks.ts";

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });

for (const page of globSync(["README.md", "docs/*.md", "docs/guides/*.md"])) {
  const text = readFileSync(page, "utf8");
  const filled = fillBlocks(text, contentOf);
  if (filled !== text) (values.check ? report : write)(page, filled);
}

function report(page: string): void {
  console.error(`differs: ${page} shows something else than it is made of. Run: npm run generate`);
  process.exitCode = 1;
}

function write(page: string, text: string): void {
  writeFileSync(page, text);
  console.error(`written: ${page}`);
}
