import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

/** Which folder of src/ may import from which others; what stands in src/ itself is a folder of its own here. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  wire: ["contract"],
  generated: ["contract"],
  client: ["contract", "wire"],
  apis: ["client", "contract", "generated", "wire"],
  node: ["client"],
  testing: ["contract", "wire", "generated"],
  bulk: ["apis", "client", "contract", "wire", "generated"],
  cli: ["bulk", "client", "apis", "node", "testing", "contract"],
  "index.ts": ["client", "contract"],
};

/** Static imports and exports, types included, and dynamic imports, of values and of types. */
const IMPORT = /^(?:import|export)\b[^;'"]*?\bfrom "([^"]+)"|^import "([^"]+)"|\bimport\(\s*"([^"]+)"/gm;

const filesIn = (...folders: string[]) => folders.flatMap((folder) => globSync(`${folder}/**/*.ts`)).sort();
const read = (file: string) => readFileSync(file, "utf8");
const folderOf = (file: string) => file.split("/")[1] ?? "";

const SOURCES = filesIn("src");
const WRITTEN = SOURCES.filter((file) => folderOf(file) !== "generated");

/** What a file imports: paths from the root of the project, and the names of packages. */
function importsOf(file: string): string[] {
  const specifiers = [...read(file).matchAll(IMPORT)].map((found) => found[1] ?? found[2] ?? found[3] ?? "");
  return specifiers.map((one) => (one.startsWith(".") ? join(dirname(file), one) : one));
}

/** The files that import a package, or any path within it. */
function importersOf(name: string, files: readonly string[]): string[] {
  const isIt = (specifier: string) => specifier === name || specifier.startsWith(`${name}/`);
  return files.filter((file) => importsOf(file).some(isIt));
}

describe("the arrows between the folders of src/", () => {
  test("are stated for every folder", () => {
    expect([...new Set(SOURCES.map(folderOf))].sort()).toEqual(Object.keys(ARROWS).sort());
  });

  test.each(Object.entries(ARROWS))("lead from %s to [%s] and nowhere else", (folder, allowed) => {
    const wrong = SOURCES.filter((file) => folderOf(file) === folder).flatMap((file) =>
      importsOf(file)
        .filter((target) => target.startsWith("src/") && ![folder, ...allowed].includes(folderOf(target)))
        .map((target) => `${file} -> ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test("never leave src/, but for the documents", () => {
    const targets = SOURCES.flatMap((file) => importsOf(file).filter((target) => target.includes("/")));
    const local = targets.filter((target) => /^(\.\.|src|test|scripts|openapi|examples)\//.test(target));
    expect(local.length).toBeGreaterThan(100);
    expect(local.filter((target) => !SOURCES.includes(target))).toEqual([]);
  });
});

describe("a package is imported where it belongs", () => {
  const EVERYWHERE = filesIn("src", "scripts", "openapi");

  test.each([
    ["openapi-fetch", ["src/client/openapi-fetch.ts"]],
    ["openapi-typescript", ["scripts/generate/compile-types.ts"]],
    [
      "undici",
      [
        ...["dispatchers", "exchange", "undici-transport"].map((name) => `src/node/${name}.ts`),
        "src/testing/proxy/forward.ts",
      ],
    ],
    ["@stoplight/prism-http", ["src/testing/import-prism.ts"]],
  ])("%s in %j alone", (name, importers) => {
    expect(importersOf(name, EVERYWHERE)).toEqual(importers);
  });

  test("Node's own ones where there is a Node", () => {
    const nodeUsers = SOURCES.filter((file) => importsOf(file).some((name) => name.startsWith("node:")));
    const folders = new Set(nodeUsers.map(folderOf));
    expect(folders).toContain("bulk");
    expect([...folders].filter((folder) => !["bulk", "cli", "testing", "node"].includes(folder))).toEqual([]);
  });
});

describe("a source file", () => {
  test.each(["client", "contract", "wire"])("of src/%s names no API", (folder) => {
    const files = WRITTEN.filter((file) => folderOf(file) === folder);
    expect(files).not.toEqual([]);
    expect(files.filter((file) => /opscom|activeplatform|ccs/i.test(file + read(file)))).toEqual([]);
  });

  test("has at most 150 lines, unless it is generated", () => {
    const lengths = WRITTEN.map((file) => ({ file, lines: read(file).trimEnd().split("\n").length }));
    expect(lengths.filter(({ lines }) => lines > 150)).toEqual([]);
  });

  test("exports by name", () => {
    expect(SOURCES.filter((file) => /^export \*/m.test(read(file)))).toEqual([]);
  });
});
