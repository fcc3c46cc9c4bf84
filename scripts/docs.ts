// npm run docs: one page for each API into site/, by Redocly, with its script inside.
import { execFileSync } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";

/** Redocly asks a server of its own for this picture; the site shall ask nobody for anything. */
const LOGO = /https:\/\/cdn\.redoc\.ly\/[\w./-]+/g;
const NO_LOGO = `data:image/svg+xml;base64,${btoa('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')}`;

await mkdir("site", { recursive: true });
const apis = (await readdir("openapi"))
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => file.replace(".yaml", ""));
for (const api of apis) {
  const page = `site/${api}.html`;
  const env = { ...process.env, REDOCLY_TELEMETRY: "off" };
  execFileSync("redocly", ["build-docs", api, "--inlineBundle", "--output", page], { stdio: "inherit", env });
  await writeFile(page, (await readFile(page, "utf8")).replace(LOGO, NO_LOGO));
}
