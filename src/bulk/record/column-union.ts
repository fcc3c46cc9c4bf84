import type { Cell, Row } from "../read/row.ts";

/** The columns of several files as those of one, in the order in which they first came. */
export interface ColumnUnion {
  readonly names: readonly string[];
  /** The cells of a row, each in the place of its column. */
  readonly arrange: (row: Row) => readonly Cell[];
}

/** Columns are one if they have one name; a header that has a name twice has two columns. */
export function createColumnUnion(isLeftOut: (name: string) => boolean): ColumnUnion {
  const names: string[] = [];
  const places = new Map<string, number[]>();
  // Rows that share a header share the array. It is held no longer than they hold it.
  const known = new WeakMap<readonly string[], readonly (number | undefined)[]>();

  function placesOf(header: readonly string[]): readonly (number | undefined)[] {
    const found = known.get(header) ?? match(header);
    known.set(header, found);
    return found;
  }
  function match(header: readonly string[]): readonly (number | undefined)[] {
    const met = new Map<string, number>();
    return header.map((name) => {
      if (isLeftOut(name)) return undefined;
      const nth = met.get(name) ?? 0;
      met.set(name, nth + 1);
      return placeOf(name, nth);
    });
  }
  function placeOf(name: string, nth: number): number {
    const all = places.get(name) ?? [];
    places.set(name, all);
    all[nth] ??= names.push(name) - 1;
    return all[nth];
  }
  function arrange({ header, cells }: Row): readonly Cell[] {
    const at = placesOf(header);
    const arranged = new Array<Cell>(names.length).fill("");
    for (const [index, cell] of cells.entries()) {
      const place = at[index];
      if (place !== undefined) arranged[place] = cell;
    }
    return arranged;
  }
  return { names, arrange };
}
