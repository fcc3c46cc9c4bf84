// npm run release:version   makes the next version of the notes in .changeset/, and says in the changelog how the contract changed
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { addToNewestRelease, findLastRelease, writeContractSection } from "./release/contract-section.ts";

const CHANGESET = resolve(import.meta.dirname, "../docs/node_modules/@changesets/cli/bin.js");

if (!readdirSync(".changeset").some((file) => file.endsWith(".md") && file !== "README.md")) {
  console.error("There is no note of a change. Write one first: npm run release:note");
  process.exit(1);
}
// Before anything is written, so that a comparison that fails leaves everything as it was.
const section = await writeContractSection(findLastRelease());
execFileSync(process.execPath, [CHANGESET, "version"], { stdio: "inherit" });
writeFileSync("CHANGELOG.md", addToNewestRelease(readFileSync("CHANGELOG.md", "utf8"), section));
execFileSync("npm", ["install", "--package-lock-only", "--offline", "--no-audit", "--no-fund"], {
  stdio: ["ignore", "ignore", "inherit"],
});
const { version } = JSON.parse(readFileSync("package.json", "utf8"));
console.log(`Now it is ${version}. Read CHANGELOG.md, commit, and tag the commit v${version}.`);
