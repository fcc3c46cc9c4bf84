import type { Cell } from "../../read/row.ts";
import type { CellTest, Mapping, SkipRule } from "../mapping.ts";
import type { HeaderIndex } from "../match/header-index.ts";
import { cleanCell } from "./source.ts";

/** Leaves rows out for one reason. */
export interface SkipStep {
  readonly reason: string;
  readonly applies: (cells: readonly Cell[]) => boolean;
}

interface SkipOptions extends Pick<HeaderIndex, "locate"> {
  readonly isDropped: (column: string) => boolean;
}

export function createSkipSteps(mapping: Mapping, options: SkipOptions): SkipStep[] {
  return [...mapping.skips].flatMap(([reason, rule]) => {
    const applies = createTest(rule, options);
    return applies ? [{ reason, applies }] : [];
  });
}

/**
 * The test of a rule; nothing where it is off. A column that is not there counts as empty, but not where that is to be
 * expected: an export lacks a column of a preset, or a file of rejects lacks one that is dropped.
 */
function createTest(
  { condition, optional }: SkipRule,
  { locate, isDropped }: SkipOptions,
): SkipStep["applies"] | undefined {
  const index = condition && locate(condition.column);
  if (!condition || (index === undefined && (optional || isDropped(condition.column)))) return undefined;
  const textOf = (cells: readonly Cell[]) =>
    index === undefined ? "" : String(cleanCell(cells[index], true) ?? "").toLowerCase();
  return toTest(condition, textOf);
}

function toTest(condition: CellTest, textOf: (cells: readonly Cell[]) => string): SkipStep["applies"] {
  switch (condition.test) {
    case "is":
      return (cells) => condition.values.has(textOf(cells));
    case "is not":
      return (cells) => !condition.values.has(textOf(cells));
    case "empty":
      return (cells) => textOf(cells) === "";
    case "not empty":
      return (cells) => textOf(cells) !== "";
  }
}
