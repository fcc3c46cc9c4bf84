import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };

test("ARCHITECTURE.md says of every dependency, and of no other package, why it is here", () => {
  const { dependencies, peerDependencies, devDependencies } = packageJson;
  const names = new Set([dependencies, peerDependencies, devDependencies].flatMap(Object.keys));
  const [, tables = ""] = readFileSync("ARCHITECTURE.md", "utf8").split("## Dependencies");
  const explained = [...tables.matchAll(/^\| ([^|]+) \| [^|]+ \|$/gm)].flatMap(([, cell = ""]) =>
    cell.split(", "),
  );
  expect(explained.filter((name) => name !== "package").sort()).toEqual([...names].sort());
});
