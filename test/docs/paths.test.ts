import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const PAGES = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "openapi/README.md"];

/** Written by a script, or by npm, and therefore not in a checkout. */
const MADE = ["site/", "node_modules/"];

/** Where a bare file name of a page is meant to be looked up. */
const FOLDERS = ["", "openapi/", "src/client/", "src/bulk/"];

describe.each(PAGES)("%s", (page) => {
  const text = readFileSync(page, "utf8");

  test("names only paths that exist", () => {
    const code = [...text.matchAll(/`([\w.-]+\/[\w./-]*|[\w-]+\.(?:ts|md|yaml|json|csv))`/g)].map(
      ([, path]) => path as string,
    );
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path as string);
    const paths = [...code, ...links].filter(
      (path) =>
        !MADE.includes(path) &&
        !path.startsWith("userpush/") &&
        path !== "roster.csv" &&
        !path.startsWith("text/"),
    );
    const missing = paths.filter((path) => !FOLDERS.some((folder) => existsSync(`${folder}${path}`)));
    expect(paths.length).toBeGreaterThan(0);
    expect(missing).toEqual([]);
  });

  test("names only npm scripts that exist", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
      scripts: Record<string, string>;
    };
    const named = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name as string);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
