import { SCALAR_TYPES } from "../../../contract/rule.ts";
import {
  EMPTY_CHOICES,
  type FieldMapping,
  type FieldTarget,
  OTHERWISE_CHOICES,
  type Source,
  targetName,
} from "../mapping.ts";
import { checkLiteral } from "./check-literal.ts";
import { parseDate } from "./parse-date.ts";
import { parseSource, SOURCE_KEYS } from "./parse-source.ts";
import {
  fail,
  readChoice,
  readColumns,
  readFlag,
  readKeys,
  readMap,
  readName,
  readText,
  shown,
} from "./read-keys.ts";
import type { YamlNode } from "./yaml-node.ts";

const MODIFIERS = [
  "default",
  "values",
  "otherwise",
  "date",
  "century",
  "entry",
  "lookup",
  "type",
  "empty",
  "trim",
] as const;

type Keys = Partial<Record<(typeof MODIFIERS)[number], YamlNode>>;

/** Modifiers that make sense for a constant too. */
const OF_CONSTANTS: readonly string[] = ["lookup", "type"];

export interface FieldContext extends FieldTarget {
  readonly isPreset: boolean;
}

/** Reads how one field is filled. Text alone is a column; a list of texts are columns of which the first counts. */
export function parseField(node: YamlNode, { isPreset, ...target }: FieldContext): FieldMapping {
  if (node.kind !== "map")
    return {
      ...target,
      source: { kind: "columns", columns: readColumns(node) },
      lookup: false,
      optional: isPreset,
    };
  const keys = readKeys(node, [...SOURCE_KEYS, ...MODIFIERS]);
  const source = parseSource(node, keys, target);
  checkModifiers(keys, source);
  const mapping: FieldMapping = {
    ...target,
    source,
    optional: isPreset,
    lookup: keys.lookup !== undefined && parseLookup(keys.lookup, target),
    type: keys.type && parseType(keys.type, target),
    table: parseTable(keys),
    date: parseDate(keys),
    entry: keys.entry && readName(keys.entry, "the type of an id, as in `entry: Fed`"),
    default: keys.default && readText(keys.default, "a text to send where the cell is empty"),
    empty: keys.empty && readChoice(keys.empty, EMPTY_CHOICES),
    trim: keys.trim && readFlag(keys.trim),
  };
  checkLiterals(node, mapping);
  return mapping;
}

function checkModifiers(keys: Keys, source: Source): void {
  const isFixed = source.kind === "constant" || source.kind === "random";
  for (const key of MODIFIERS) {
    const node = keys[key];
    if (!node || !isFixed || (source.kind === "constant" && OF_CONSTANTS.includes(key))) continue;
    fail(node, `\`${key}\` is about cells, and \`${source.kind}\` takes none`);
  }
  if (keys.otherwise && !keys.values) fail(keys.otherwise, "`otherwise` belongs to a table, `values`");
  if (keys.values && keys.date) fail(keys.date, "expected `values` or `date`, and both came");
}

function parseLookup(node: YamlNode, { field }: FieldTarget): boolean {
  readChoice(node, ["name"]);
  return field.lookup ? true : fail(node, `\`${field.name}\` takes no ids that have names`);
}

function parseType(node: YamlNode, target: FieldTarget): (typeof SCALAR_TYPES)[number] {
  if (target.attribute === undefined)
    fail(node, `the API says what type \`${targetName(target)}\` has; \`type\` is for attributes`);
  return readChoice(node, SCALAR_TYPES);
}

function parseTable({ values, otherwise }: Keys): FieldMapping["table"] {
  if (!values) return undefined;
  const table = new Map<string, string>();
  for (const { key, where, value } of readMap(values, "values of the column, each with what is sent")
    .entries) {
    const cell = key.toLowerCase();
    if (cell === "") fail({ where }, "expected a value; `default` is what an empty cell comes to");
    if (table.has(cell))
      fail({ where }, `${shown(key)} is there twice; the case of a value makes no difference`);
    table.set(cell, readText(value, "the text to send"));
  }
  return { values: table, otherwise: otherwise ? readChoice(otherwise, OTHERWISE_CHOICES) : "reject" };
}

/** What a mapping states itself is wrong for everybody, or for nobody. */
function checkLiterals(node: YamlNode, mapping: FieldMapping): void {
  const problem = literalsOf(mapping)
    .flatMap((text) => checkLiteral(text, mapping) ?? [])
    .at(0);
  if (problem) fail(node, problem);
}

/** A name is no value yet: whether there is such a user type is known when their list is. */
function literalsOf({ source, table, default: whenEmpty, lookup }: FieldMapping): string[] {
  if (lookup) return [];
  const constants = source.kind === "constant" ? [source.text] : [];
  return [...constants, ...(table?.values.values() ?? []), ...(whenEmpty === undefined ? [] : [whenEmpty])];
}
