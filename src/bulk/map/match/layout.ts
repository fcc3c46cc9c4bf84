import type { Field } from "../../../contract/field.ts";
import { isRejectColumn } from "../../read/reject-columns.ts";
import type { ConvertOptions } from "../convert/convert.ts";
import { createFieldStep, type FieldStep } from "../convert/field-step.ts";
import { createSkipSteps, type SkipStep } from "../convert/skip-step.ts";
import type { FindTarget } from "../find-target.ts";
import type { Mapping } from "../mapping.ts";
import { type AbsentColumn, absentColumns } from "./absent-columns.ts";
import { type HeaderIndex, indexHeader } from "./header-index.ts";
import { type MatchedColumns, matchColumns } from "./match-columns.ts";

export interface LayoutOptions extends ConvertOptions {
  readonly fields: readonly Field[];
  readonly mapping: Mapping;
  readonly find: FindTarget;
  readonly isDropped: (column: string) => boolean;
}

/** What a header comes to: what is done with the cells of each row that has it. */
export interface Layout {
  readonly skips: readonly SkipStep[];
  readonly steps: readonly FieldStep[];
  /** How many columns are sent. */
  readonly sentColumns: number;
  /** Columns that are not sent, as the header names them. */
  readonly ignored: readonly string[];
  /** Why no row can be read by this header. */
  readonly faults: readonly string[];
  /** Columns that the mapping names and the header lacks. */
  readonly absent: readonly AbsentColumn[];
}

/** Matches a header with a mapping and with the fields of the API. */
export function layOut(header: readonly string[], options: LayoutOptions): Layout {
  const { mapping, isDropped } = options;
  const isLeftOut = (column: string) => isDropped(column) || isRejectColumn(column);
  const sources = indexHeader(header, isLeftOut);
  // A row can be left out by a column that is in no output.
  const all = indexHeader(header, isRejectColumn);
  const matched = matchColumns(header, { ...options, isLeftOut });
  const steps = createSteps({ sources, matched, options });
  const skips = createSkipSteps(mapping, { locate: all.locate, isDropped });
  const sent = new Set([...sources.used(), ...matched.mappings.map(({ index }) => index)]);
  const used = new Set([...sent, ...all.used()]);
  return {
    skips,
    steps,
    sentColumns: sent.size,
    ignored: header.filter((name, index) => !used.has(index) && !isLeftOut(name) && name.trim() !== ""),
    faults: [...matched.faults, ...sources.faults(), ...all.faults()],
    absent: absentColumns(mapping, { header, ofFields: sources.locate, ofSkips: all.locate }),
  };
}

interface StepSources {
  readonly sources: HeaderIndex;
  readonly matched: MatchedColumns;
  readonly options: LayoutOptions;
}

/** In the order of the document, and attributes by their keys, so that records do not depend on the order of columns. */
function createSteps({ sources, matched, options }: StepSources): FieldStep[] {
  const { mapping, fields } = options;
  const settings = { ...options, empty: mapping.empty ?? "omit", trim: mapping.trim ?? true };
  const mapped = [...mapping.fields.values()].map((one) =>
    createFieldStep({ ...settings, mapping: one, locate: sources.locate }),
  );
  const found = matched.mappings.map((one) =>
    createFieldStep({ ...settings, mapping: one, locate: () => one.index }),
  );
  const places = new Map(fields.map(({ name }, index) => [name, index]));
  const placeOf = ({ field }: FieldStep) => places.get(field.name) ?? 0;
  return [...mapped, ...found]
    .filter((step) => step !== undefined)
    .sort((one, other) => placeOf(one) - placeOf(other) || byAttribute(one, other));
}

/** By its characters alone: no language of a machine changes the order. */
function byAttribute({ attribute: one = "" }: FieldStep, { attribute: other = "" }: FieldStep): number {
  return one < other ? -1 : Number(one > other);
}
