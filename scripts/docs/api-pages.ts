import { execFileSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { APIS, type Site } from "./site.ts";

/** What is rendered and how: samples, faults and reasons come in here. */
const RENDERING = "openapi/render/redocly.yaml";

/** Redocly asks a server of its own for this picture; the site shall ask nobody for anything. */
const LOGO = /https:\/\/cdn\.redoc\.ly\/[\w./-]+/g;
const NO_LOGO = `data:image/svg+xml;base64,${btoa('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')}`;

/** Writes one page for each API, by Redocly. */
export async function writeApiPages({ folder }: Site): Promise<void> {
  await mkdir(`${folder}/apis`, { recursive: true });
  for (const api of APIS) {
    const page = `${folder}/apis/${api}.html`;
    const env = { ...process.env, REDOCLY_TELEMETRY: "off" };
    execFileSync("redocly", ["build-docs", api, "--config", RENDERING, "--inlineBundle", "--output", page], {
      stdio: "inherit",
      env,
    });
    await writeFile(page, (await readFile(page, "utf8")).replace(LOGO, NO_LOGO));
  }
}
