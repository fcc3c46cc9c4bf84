import { type FieldTarget, type JoinPart, type Source, targetName } from "../mapping.ts";
import { fail, readChoice, readColumns, readKeys, readList, readName, readText } from "./read-keys.ts";
import type { YamlNode } from "./yaml-node.ts";

export const SOURCE_KEYS = ["column", "join", "with", "constant", "random"] as const;

const SOURCES = ["column", "join", "constant", "random"] as const;

type Keys = Partial<Record<(typeof SOURCE_KEYS)[number], YamlNode>>;

/** Reads where the value of a field comes from. */
export function parseSource(node: YamlNode, keys: Keys, target: FieldTarget): Source {
  const [kind, ...more] = SOURCES.filter((name) => keys[name]);
  const given = kind && keys[kind];
  if (!given || more.length > 0) fail(node, `expected one of ${SOURCES.join(", ")}`);
  if (keys.with && kind !== "join") fail(keys.with, "`with` stands between columns, and belongs to `join`");
  switch (kind) {
    case "column":
      return { kind: "columns", columns: readColumns(given) };
    case "join":
      return { kind, parts: readList(given).map(parsePart), separator: parseSeparator(keys.with) };
    case "constant":
      return { kind, text: readText(given, "the text that everybody gets") };
    case "random":
      return parseRandom(given, target);
  }
}

function parsePart(node: YamlNode): JoinPart {
  if (node.kind !== "map") return { column: readName(node, "the name of a column"), prefix: "" };
  const { column, prefix } = readKeys(node, ["column", "prefix"]);
  if (!column) fail(node, "expected a `column`");
  return {
    column: readName(column, "the name of a column"),
    prefix: prefix ? readText(prefix, "the text to put before the value") : "",
  };
}

function parseSeparator(node: YamlNode | undefined): string {
  return node ? readText(node, "the text to put between the columns") : " ";
}

function parseRandom(node: YamlNode, target: FieldTarget): Source {
  readChoice(node, ["password"]);
  const { rule } = target.field;
  if (!("password" in rule))
    fail(node, `\`${targetName(target)}\` is no password, and nothing else is made up`);
  return { kind: "random" };
}
