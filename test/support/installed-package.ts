import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A clean folder into which the packed tarball is installed, as a user would do it. */
export interface Installation {
  readonly folder: string;
  /** Copies a file of the project into the folder. */
  copy(file: string, to: string): void;
  remove(): void;
}

/** Packs what `npm run build` made, and installs it with its dependencies from the registry. */
export function installPackage(): Installation {
  const folder = mkdtempSync(join(tmpdir(), "userpush-installed-"));
  const output = execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], {
    encoding: "utf8",
  });
  const [{ filename }] = JSON.parse(output) as [{ filename: string }];
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module", private: true }));
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--omit=peer", `./${filename}`], {
    cwd: folder,
    stdio: "ignore",
  });
  return {
    folder,
    copy(file, to) {
      mkdirSync(join(folder, to, ".."), { recursive: true });
      cpSync(file, join(folder, to));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
