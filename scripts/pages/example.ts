import { readFileSync } from "node:fs";
import { extname } from "node:path";

/** What files are highlighted as, where their ending does not say it. */
const LANGUAGES: Readonly<Record<string, string>> = {
  "": "sh",
  ".csv": "txt",
  ".service": "ini",
  ".timer": "ini",
};

/** A file of `examples/`, as a block of code. Throws where there is none of that name. */
export function showExample(file: string): string {
  const ending = extname(file);
  return showFence(readFileSync(file, "utf8"), LANGUAGES[ending] ?? ending.slice(1));
}

export function showFence(text: string, language: string): string {
  return `\`\`\`${language}\n${text.trim()}\n\`\`\``;
}
