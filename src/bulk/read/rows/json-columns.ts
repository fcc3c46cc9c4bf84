import type { Cell } from "../row.ts";
import { cellFault } from "./cell-fault.ts";

/** A cell and the name of its column. */
export type NamedCell = readonly [name: string, cell: Cell];

/** Deeper is no roster, and would fill the memory with the names of its columns. */
const MAX_DEPTH = 20;

/**
 * The cells of an object: `{"a": {"b": 1}}` has the column `a.b`, and so has a list of pairs, `{"a": [{"key": "b",
 * "value": 1}]}`. A list of plain values is one cell, parted by commas; of anything else, its JSON. Throws `RangeError`
 * for what is nested more than twenty levels deep.
 */
export function flattenObject(object: object): readonly NamedCell[] {
  return flatten(object, { prefix: "", depth: 1 });
}

interface Position {
  readonly prefix: string;
  readonly depth: number;
}

function flatten(object: object, { prefix, depth }: Position): readonly NamedCell[] {
  if (depth > MAX_DEPTH) throw new RangeError("Nested too deep");
  return Object.entries(object).flatMap(([key, value]) =>
    flattenValue(value, { prefix: prefix + key, depth }),
  );
}

function flattenValue(value: unknown, { prefix: name, depth }: Position): readonly NamedCell[] {
  if (!isNested(value)) return [[name, value as Cell]];
  const below = { prefix: `${name}.`, depth: depth + 1 };
  if (!Array.isArray(value)) return flatten(value, below);
  const pairs = value.map(readPair);
  if (value.length > 0 && pairs.every((pair) => pair !== undefined))
    return pairs.flatMap((pair) => flatten(Object.fromEntries([pair]), below));
  return [[name, value.some(isNested) ? JSON.stringify(value) : joinList(value)]];
}

/** A value that makes its row malformed stands for the list, so that it is noticed as in a cell of its own. */
function joinList(values: readonly unknown[]): Cell {
  const faulty = values.find((value) => cellFault(value) !== undefined);
  return faulty === undefined ? values.join(",") : (faulty as Cell);
}

function readPair(entry: unknown): readonly [key: string, value: unknown] | undefined {
  if (!isNested(entry)) return undefined;
  const { key, name = key, value } = entry as { key?: unknown; name?: unknown; value?: unknown };
  return typeof name === "string" && "value" in entry ? [name, value] : undefined;
}

function isNested(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
