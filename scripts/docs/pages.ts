import type { Site } from "./site.ts";
import { runTool } from "./tools.ts";

/** Renders the pages of `docs/`, those made by scripts among them, by VitePress. It empties the folder first. */
export function writePages({ base, folder }: Site): void {
  runTool("vitepress", ["build", "docs", "--base", base, "--outDir", folder]);
}
