import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";
import { describe, expect, inject, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };

const ENTRIES = Object.entries(packageJson.exports)
  .filter(([, file]) => file.endsWith(".js"))
  .map(([entry, file]) => ({
    module: entry.replace(".", "userpush"),
    source: resolve(file.replace("./dist/", "src/").replace(/\.js$/, ".ts")),
  }));

const program = ts.createProgram(
  ENTRIES.map(({ source }) => source),
  { module: ts.ModuleKind.NodeNext, allowImportingTsExtensions: true, noEmit: true },
);

function exportsOf(source: string): string[] {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(source);
  const symbol = file && checker.getSymbolAtLocation(file);
  return symbol ? checker.getExportsOfModule(symbol).map(({ name }) => name) : [];
}

// Where there is no browser, nothing is built.
describe.skipIf(inject("sites").length === 0)("the SDK reference", () => {
  test.each(ENTRIES)("has everything that $module exports", ({ module, source }) => {
    const page = readFileSync(`docs/reference/sdk/${module}.md`, "utf8");
    const headings = [...page.replaceAll("\\_", "_").matchAll(/^### (\w+)/gm)].map(([, name]) => name);
    const names = exportsOf(source);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !headings.includes(name))).toEqual([]);
  });
});
