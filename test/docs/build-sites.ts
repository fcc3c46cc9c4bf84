import { execFileSync } from "node:child_process";
import type { TestProject } from "vitest/node";
import type { Site } from "../../scripts/docs/site.ts";
import { hasBrowser } from "../support/browser.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The site as it is built for each base path; none where no browser could look at it. */
    sites: readonly Site[];
  }
}

const SITES: readonly Site[] = [
  { base: "/", folder: "reports/site-at-root" },
  { base: "/userpush/", folder: "reports/site-at-path" },
];

/** Builds the site once for each base path, one after the other: VitePress has one folder for what it is working on. */
export default function buildSites(project: TestProject): void {
  const sites = hasBrowser ? SITES : [];
  for (const { base, folder } of sites) {
    execFileSync("npm", ["run", "docs", "--", "--base", base, "--out", folder], {
      stdio: ["ignore", "ignore", "inherit"],
    });
  }
  project.provide("sites", sites);
}
