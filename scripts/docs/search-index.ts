import type { Site } from "./site.ts";
import { runTool } from "./tools.ts";

/** Indexes every page of the site, the API pages among them, by Pagefind: what stands in `main`, and no navigation. */
export function writeSearchIndex({ folder }: Site): void {
  const options = ["--root-selector", "main", "--exclude-selectors", "main nav, .header-anchor"];
  runTool("pagefind", ["--site", folder, ...options]);
}
