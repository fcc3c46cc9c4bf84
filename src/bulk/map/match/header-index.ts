import { showName } from "../../../contract/show-name.ts";
import { normalizeName } from "../normalize-name.ts";

/** Tells where the columns of a header are, and remembers for which it was asked. */
export interface HeaderIndex {
  /**
   * The place of the column that is spelled just so, otherwise of the one that differs in case and separators; nothing
   * where there is none.
   */
  readonly locate: (column: string) => number | undefined;
  readonly used: () => Iterable<number>;
  /** Columns that were asked for and are there twice. */
  readonly faults: () => Iterable<string>;
}

export function indexHeader(header: readonly string[], isLeftOut: (column: string) => boolean): HeaderIndex {
  const exact = new Map<string, number[]>();
  const alike = new Map<string, number[]>();
  const used = new Set<number>();
  const faults = new Set<string>();
  header.forEach((column, index) => {
    if (isLeftOut(column)) return;
    append(exact, column.trim(), index);
    append(alike, normalizeName(column), index);
  });
  alike.delete("");

  function locate(column: string): number | undefined {
    const places = exact.get(column.trim()) ?? alike.get(normalizeName(column)) ?? [];
    for (const place of places) used.add(place);
    if (places.length > 1)
      faults.add(
        `two columns of the header are named ${showName(column.trim())}, and the mapping uses that name`,
      );
    return places[0];
  }
  return { locate, used: () => used, faults: () => faults };
}

function append(places: Map<string, number[]>, name: string, index: number): void {
  const known = places.get(name);
  if (known) known.push(index);
  else places.set(name, [index]);
}
