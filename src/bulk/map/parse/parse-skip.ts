import type { CellTest, SkipRule } from "../mapping.ts";
import { fail, readFlag, readKeys, readList, readName, readText } from "./read-keys.ts";
import type { YamlNode } from "./yaml-node.ts";

const KEYS = ["column", "is", "is not", "empty"] as const;
const TESTS = ["is", "is not", "empty"] as const;

/** Reads when rows are left out, or `off`, which turns the rule of a preset off. */
export function parseSkip(node: YamlNode, isPreset: boolean): SkipRule {
  if (node.kind === "text" && node.text === "off") return { condition: undefined, optional: true };
  const keys = readKeys(node, KEYS);
  const column = keys.column
    ? readName(keys.column, "the name of a column")
    : fail(node, "expected a `column`");
  const [test, ...more] = TESTS.filter((name) => keys[name]);
  if (!test || more.length > 0) fail(node, "expected one of `is`, `is not` and `empty` beside `column`");
  return { condition: { column, ...parseTest(test, keys[test] ?? node) }, optional: isPreset };
}

function parseTest(test: (typeof TESTS)[number], node: YamlNode): CellTest {
  if (test === "empty") return { test: readFlag(node) ? "empty" : "not empty" };
  const values = readList(node).map((one) => readText(one, "a value").trim().toLowerCase());
  if (values.includes("")) fail(node, `expected a value; \`empty: ${test === "is"}\` is for empty cells`);
  return { test, values: new Set(values) };
}
