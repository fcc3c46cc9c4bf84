import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

/** The tools of the site, which an installation of the project leaves out. */
const TOOLS = "docs/node_modules";

/** Installs the tools of the site where they are missing. */
export function ensureTools(): void {
  if (existsSync(`${TOOLS}/.package-lock.json`)) return;
  execFileSync("npm", ["ci", "--prefix", "docs", "--no-audit", "--no-fund"], { stdio: "inherit" });
}

/** Runs one of them, and shows what it says only where it fails. */
export function runTool(name: string, args: readonly string[]): void {
  execFileSync(`${TOOLS}/.bin/${name}`, args, { stdio: ["ignore", "pipe", "inherit"] });
}
