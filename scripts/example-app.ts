// npm run example:app   packs userpush, installs it into a copy of examples/app/, and runs the contract tests of that application
import { execFileSync } from "node:child_process";
import { cp, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = await mkdtemp(join(tmpdir(), "userpush-app-"));
try {
  const outside = (path: string) => !/\/(node_modules|package-lock\.json|userpush\.tgz)$/.test(path);
  await cp("examples/app", folder, { recursive: true, filter: outside });
  const packed = execFileSync("npm", ["pack", "--json", "--pack-destination", folder], { encoding: "utf8" });
  // What `prepack` prints stands before the JSON.
  const [{ filename }] = JSON.parse(packed.slice(packed.indexOf("[\n"))) as [{ filename: string }];
  await rename(join(folder, filename), join(folder, "userpush.tgz"));
  run("install", "--no-audit", "--no-fund");
  run("test");
} finally {
  await rm(folder, { recursive: true });
}

function run(...parameters: string[]): void {
  execFileSync("npm", parameters, { cwd: folder, stdio: "inherit" });
}
