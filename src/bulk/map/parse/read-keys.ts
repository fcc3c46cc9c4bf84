import { cut, showName } from "../../../contract/show-name.ts";
import { didYouMean } from "../../nearest.ts";
import { MappingError } from "../mapping-error.ts";
import type { Placed, YamlMap, YamlNode } from "./yaml-node.ts";

/** Fails at a place of a mapping. */
export function fail(node: Placed, message: string): never {
  throw new MappingError(`${node.where}: ${message}`);
}

/** The keys of a node, each of which must be a known one. Throws `MappingError`. */
export function readKeys<Key extends string>(
  node: YamlNode,
  known: readonly Key[],
): Partial<Record<Key, YamlNode>> {
  const found: Partial<Record<Key, YamlNode>> = {};
  for (const { key, where, value } of readMap(node, `keys of ${known.join(", ")}`).entries) {
    const name = known.find((one) => one === key);
    if (!name) fail({ where }, describeUnknown(key, known));
    found[name] = value;
  }
  return found;
}

function describeUnknown(key: string, known: readonly string[]): string {
  const guess = didYouMean(key, known);
  return `\`${showName(key)}\` is no key here; expected one of: ${known.join(", ")}${guess && `.${guess}`}`;
}

export function readMap(node: YamlNode, expected: string): YamlMap {
  return node.kind === "map" ? node : fail(node, `expected ${expected}, and ${actual(node)} came`);
}

export function readText(node: YamlNode, expected: string): string {
  return node.kind === "text" ? node.text : fail(node, `expected ${expected}, and ${actual(node)} came`);
}

/** A text that is not empty, such as the name of a column. */
export function readName(node: YamlNode, expected: string): string {
  const name = readText(node, expected).trim();
  return name === "" ? fail(node, `expected ${expected}, and nothing came`) : name;
}

/** One or several; a single one needs no brackets. */
export function readList(node: YamlNode): readonly YamlNode[] {
  if (node.kind !== "list") return [node];
  return node.nodes.length > 0 ? node.nodes : fail(node, "expected at least one, and an empty list came");
}

export function readColumns(node: YamlNode): readonly string[] {
  return readList(node).map((one) => readName(one, "the name of a column"));
}

/** One of few words. */
export function readChoice<Choice extends string>(node: YamlNode, choices: readonly Choice[]): Choice {
  const text = readText(node, choices.join(" or "));
  return (
    choices.find((choice) => choice === text) ??
    fail(node, `expected ${choices.join(" or ")}, and ${shown(text)} came`)
  );
}

export function readFlag(node: YamlNode): boolean {
  return readChoice(node, ["true", "false"]) === "true";
}

/** Text of a mapping, quoted for a message. */
export function shown(text: string): string {
  return text === "" ? "nothing" : cut(JSON.stringify(text));
}

function actual(node: YamlNode): string {
  if (node.kind === "text") return node.text === "" ? "nothing" : "text";
  return node.kind === "list" ? "a list" : "keys with values";
}
