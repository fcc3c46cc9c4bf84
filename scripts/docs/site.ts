import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";

/** One building of the site. */
export interface Site {
  /** Under which path it will be served, as in `/userpush/`: begins and ends with a slash. Default: `/`. */
  readonly base: string;
  /** Where it is written. Default: `site`. */
  readonly folder: string;
}

/** Pages of VitePress that are made by scripts, in `docs/`; git knows nothing of them. */
export const MADE_PAGES = "docs/reference";

/** The APIs, by the names of their documents. */
export const APIS: readonly string[] = readdirSync("openapi")
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => file.replace(".yaml", ""));

/** The version that the site speaks of. */
export const VERSION: string = JSON.parse(readFileSync("package.json", "utf8")).version;

/** Tells one state of the documents from every other: eight digits of a hash over all of them. */
export const DOCUMENTS_HASH: string = APIS.reduce(
  (hash, api) => hash.update(readFileSync(`openapi/${api}.yaml`)),
  createHash("sha256"),
)
  .digest("hex")
  .slice(0, 8);

/** What the command line says of a site: `--base /userpush/`, `--out other-folder`. */
export function readSite(args: readonly string[]): Site {
  const { values } = parseArgs({
    args: [...args],
    options: { base: { type: "string", default: "/" }, out: { type: "string", default: "site" } },
  });
  if (/^\/([\w~-][\w.~-]*\/)*$/.test(values.base)) return { base: values.base, folder: values.out };
  throw new Error(`--base must begin and end with a slash, as in /userpush/; ${values.base} came`);
}
