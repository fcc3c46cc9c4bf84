import type { Cell } from "../../read/row.ts";
import { valueRule } from "../find-target.ts";
import { type EmptyChoice, type FieldMapping, type FieldTarget, targetName } from "../mapping.ts";
import type { Scalar } from "./coerce.ts";
import { type ConvertOptions, createConvert } from "./convert.ts";
import { randomPassword } from "./random-password.ts";
import type { Refusal } from "./refusal.ts";
import { type TakeValue, takeEntry, takeFirst, takeJoined } from "./source.ts";

/** Fills one field from the cells of a row. */
export interface FieldStep extends FieldTarget {
  /** As in `email`, or `custom_attributes.age`. */
  readonly name: string;
  /** Nothing where the field is left out. */
  readonly read: (cells: readonly Cell[]) => Scalar | Refusal | undefined;
}

export interface StepOptions extends ConvertOptions {
  readonly mapping: FieldMapping;
  /** Where a column stands in the header, or nothing. */
  readonly locate: (column: string) => number | undefined;
  /** What holds where the field says nothing of its own. */
  readonly empty: EmptyChoice;
  readonly trim: boolean;
}

/** Makes the step that fills a field; nothing where the header has none of its columns, and it has no default. */
export function createFieldStep(options: StepOptions): FieldStep | undefined {
  const read = createRead(options);
  const { field, attribute } = options.mapping;
  const name = targetName(options.mapping);
  return read && { name, field, read, ...(attribute === undefined ? {} : { attribute }) };
}

function createRead(options: StepOptions): FieldStep["read"] | undefined {
  const { mapping } = options;
  const { source, default: whenEmpty, entry } = mapping;
  const { ofCell, ofLiteral } = createConvert(mapping, options);
  if (source.kind === "random") return randomPassword;
  if (source.kind === "constant") return constantly(ofLiteral(source.text));
  const filled = whenEmpty === undefined ? undefined : ofLiteral(whenEmpty);
  const take = createTake(options);
  // An absent column is no empty cell: an empty text in its place would be sent for everybody.
  if (!take) return filled === undefined ? undefined : constantly(filled);
  const empty = filled ?? (sendsEmpty(options) ? "" : undefined);
  const takeOne = entry === undefined ? take : takeEntry(take, entry);
  return function readCells(cells) {
    const value = takeOne(cells);
    if (value === undefined) return filled;
    return value === "" ? empty : ofCell(value);
  };
}

function constantly(value: Scalar | Refusal | undefined): FieldStep["read"] {
  return () => value;
}

function createTake({ mapping, locate, trim }: StepOptions): TakeValue | undefined {
  const { source } = mapping;
  const trims = mapping.trim ?? trim;
  if (source.kind === "join") {
    const parts = source.parts.flatMap(({ column, prefix }) => withIndex(locate(column), prefix));
    return parts.length > 0 ? takeJoined({ parts, separator: source.separator, trim: trims }) : undefined;
  }
  const columns = source.kind === "columns" ? source.columns : [];
  const indexes = columns.flatMap((column) => locate(column) ?? []);
  return indexes.length > 0 ? takeFirst(indexes, trims) : undefined;
}

function withIndex(index: number | undefined, prefix: string): { index: number; prefix: string }[] {
  return index === undefined ? [] : [{ index, prefix }];
}

/** A number or a boolean cannot be empty. */
function sendsEmpty({ mapping, empty }: StepOptions): boolean {
  return (mapping.empty ?? empty) === "send" && [valueRule(mapping).type].flat().includes("string");
}
