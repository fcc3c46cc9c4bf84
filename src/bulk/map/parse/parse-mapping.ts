import type { Field } from "../../../contract/field.ts";
import { showName } from "../../../contract/show-name.ts";
import { didYouMean } from "../../nearest.ts";
import { columnsOf } from "../convert/source.ts";
import { bareListProblem, createTargetFinder, type FindTarget } from "../find-target.ts";
import {
  EMPTY_CHOICES,
  type FieldMapping,
  type FieldTarget,
  type Mapping,
  type SkipRule,
  targetName,
} from "../mapping.ts";
import { createNameSet } from "../name-set.ts";
import { createRootSet, rootName } from "../root-name.ts";
import { parseField } from "./parse-field.ts";
import { parseSkip } from "./parse-skip.ts";
import { fail, readChoice, readColumns, readFlag, readKeys, readMap } from "./read-keys.ts";
import { readYaml } from "./read-yaml.ts";
import type { YamlNode } from "./yaml-node.ts";

const KEYS = ["fields", "skip", "drop", "omit", "empty", "trim"] as const;

export interface ParseOptions {
  /** What the mapping is called in messages: its file. */
  readonly name: string;
  /** The fields of the API that it maps to. */
  readonly fields: readonly Field[];
  /**
   * Whether it is one of those that ship with userpush, and suit many exports and every API: columns that a file lacks,
   * and fields that the API lacks, are no mistake then. Default false.
   */
  readonly isPreset?: boolean | undefined;
}

/**
 * Reads a mapping from YAML, as `docs/mapping.md` describes it. Throws `MappingError` for whatever it does not know: a
 * mistyped key that is passed over would send people wrongly, night after night.
 */
export function parseMapping(text: string, { name, fields, isPreset = false }: ParseOptions): Mapping {
  const keys = readKeys(readYaml(text, name), KEYS);
  const find = createTargetFinder(fields);
  const omitted = keys.omit ? parseOmit(keys.omit, { find, fields }) : [];
  const mapping: Mapping = {
    name,
    fields: keys.fields ? parseFields(keys.fields, { find, fields, isPreset }) : new Map(),
    skips: keys.skip ? parseSkips(keys.skip, isPreset) : new Map(),
    drop: keys.drop ? readColumns(keys.drop).map((column) => ({ column, optional: isPreset })) : [],
    omit: omitted.map(rootName),
    ...(keys.empty ? { empty: readChoice(keys.empty, EMPTY_CHOICES) } : {}),
    ...(keys.trim ? { trim: readFlag(keys.trim) } : {}),
  };
  if (keys.drop) checkDropped(keys.drop, mapping);
  if (keys.omit) checkOmitted(keys.omit, omitted, mapping);
  return mapping;
}

interface Context {
  readonly find: FindTarget;
  readonly fields: readonly Field[];
  readonly isPreset: boolean;
}

function parseFields(node: YamlNode, { find, fields, isPreset }: Context): ReadonlyMap<string, FieldMapping> {
  const mappings = new Map<string, FieldMapping>();
  for (const { key, where, value } of readMap(node, "fields and their columns").entries) {
    const target = find(key);
    if (!target && isPreset) continue;
    if (!target) fail({ where }, describeUnknown(key, fields));
    const problem = bareListProblem(target);
    if (problem) fail({ where }, `\`${targetName(target)}\` ${problem}`);
    const mapping = parseField(value, { ...target, isPreset });
    if (mappings.has(targetName(target))) fail({ where }, `\`${targetName(target)}\` is mapped twice`);
    mappings.set(targetName(target), mapping);
  }
  return mappings;
}

/** The one that was probably meant; else all of them. */
function describeUnknown(key: string, fields: readonly Field[]): string {
  const names = fields.map(({ name }) => name);
  const guess = didYouMean(key, names);
  return `\`${showName(key)}\` is no field${guess ? `.${guess}` : `; the fields are: ${names.join(", ")}`}`;
}

function parseSkips(node: YamlNode, isPreset: boolean): ReadonlyMap<string, SkipRule> {
  const { entries } = readMap(node, "reasons, each with a condition");
  return new Map(
    entries.map(({ key, where, value }) => [
      key === "" ? fail({ where }, "expected a reason, and nothing came") : key,
      parseSkip(value, isPreset),
    ]),
  );
}

function parseOmit(node: YamlNode, { find, fields }: Pick<Context, "find" | "fields">): FieldTarget[] {
  return readColumns(node).map((text) => find(text) ?? fail(node, describeUnknown(text, fields)));
}

function checkDropped(node: YamlNode, { drop, fields }: Mapping): void {
  const isDropped = createNameSet(drop.map(({ column }) => column));
  for (const [field, { source }] of fields) {
    const column = columnsOf(source).find(isDropped);
    if (column !== undefined)
      fail(node, `\`${showName(column)}\` is dropped, and \`${field}\` is taken from it`);
  }
}

function checkOmitted(node: YamlNode, omitted: readonly FieldTarget[], { fields }: Mapping): void {
  for (const target of omitted) {
    const mapped = [...fields.values()].find(createRootSet([rootName(target)]));
    if (mapped) fail(node, describeOmitted(targetName(target), targetName(mapped)));
  }
}

/** A field goes with its other names, and a list with its attributes. */
function describeOmitted(omitted: string, mapped: string): string {
  return omitted === mapped
    ? `\`${mapped}\` is omitted, and mapped`
    : `\`${omitted}\` is omitted, and \`${mapped}\`, which goes with it, is mapped`;
}
