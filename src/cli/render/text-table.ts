import type { Place } from "../../bulk/plan/plan.ts";
import { showPlace } from "../../bulk/record/show-place.ts";
import { showCount } from "./counts.ts";
import { showText } from "./show-text.ts";

const GAP = "  ";

/** Lines of cells in columns; the last column is as wide as it likes. */
export function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const shown = rows.map((cells) => cells.map(showText));
  const widths = shown.reduce<number[]>((all, cells) => {
    for (const [index, cell] of cells.entries()) all[index] = Math.max(all[index] ?? 0, cell.length);
    return all;
  }, []);
  return shown.map((cells) =>
    cells
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join(GAP)
      .trimEnd(),
  );
}

/** Makes the step that says where a row stands: `line 12` where all rows are of one file, `roster.csv:12` otherwise. */
export function createPlacer(places: readonly Place[]): (place: Place) => string {
  const isOneFile = new Set(places.map(({ file }) => file)).size <= 1;
  const width = String(places.reduce((most, { line }) => Math.max(most, line), 0)).length;
  return ({ file, line }) => (isOneFile ? `line ${String(line).padStart(width)}` : showPlace({ file, line }));
}

/** A heading with its count, the rows that are listed, how many are not, and a blank line; nothing where there are none. */
export function section(given: {
  readonly title: string;
  readonly count: number;
  readonly rows: readonly (readonly string[])[];
  /** What to do, or what it means: one sentence below the heading. */
  readonly note?: string;
}): string[] {
  const { title, count, rows, note } = given;
  if (count === 0) return [];
  const more = count - rows.length;
  return [
    `${title} (${showCount(count)})`,
    ...(note ? [`${GAP}${note}`] : []),
    ...alignColumns(rows).map((line) => GAP + line),
    ...(more > 0 ? [`${GAP}and ${showCount(more)} more`] : []),
    "",
  ];
}
