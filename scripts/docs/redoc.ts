import { execFileSync } from "node:child_process";
import { readFile, rm } from "node:fs/promises";

/** What is rendered and how: samples, faults and reasons come in here. */
const RENDERING = "openapi/render/redocly.yaml";

/** Redocly asks a server of its own for this picture; the site shall ask nobody for anything. */
const LOGO = /https:\/\/cdn\.redoc\.ly\/[\w./-]+/g;
const NAME = `data:image/svg+xml;base64,${btoa('<svg xmlns="http://www.w3.org/2000/svg" width="48" height="14"><text y="11" font-family="sans-serif" font-size="11" fill="#6b7785">Redocly</text></svg>')}`;

/** The page that Redocly makes, 2.5 MB of script in one piece with everything else, and what its script ends with. */
const PARTS =
  /<script type="module">([\s\S]+?export ?\{[^}]*\binit\b[^}]*\};)\s*const __redoc_definition = ([\s\S]+);\s*const __redoc_options = (\{.*\});/;

/** Redoc, and what it is to show. */
export interface Redoc {
  /** A module of JavaScript that exports `init`. The same for all APIs. */
  readonly script: string;
  /** The document as it is rendered, in JSON. */
  readonly definition: string;
  /** What Redoc is told beside it, in JSON. */
  readonly options: string;
}

/** Lets Redocly build the page of an API into a file of that name, and takes it apart. */
export async function buildRedoc(api: string, page: string): Promise<Redoc> {
  const env = { ...process.env, REDOCLY_TELEMETRY: "off" };
  execFileSync("redocly", ["build-docs", api, "--config", RENDERING, "--inlineBundle", "--output", page], {
    stdio: ["ignore", "ignore", "inherit"],
    env,
  });
  const html = await readFile(page, "utf8");
  await rm(page);
  const [, script, definition, options] = PARTS.exec(html) ?? [];
  if (!script || !definition || !options)
    throw new Error("Redocly builds its pages otherwise now: mend PARTS");
  return { script: script.replace(LOGO, NAME), definition, options };
}
