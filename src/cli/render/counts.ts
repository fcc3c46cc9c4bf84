/** A count as people read it: `12,482`. */
export function showCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A count and its noun: `1 row`, `12,482 rows`; the plural is the noun with an s, unless it is given. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${showCount(count)} ${count === 1 ? noun : plural}`;
}

/** Counts by name, the largest first: `an old id 12, deceased 5`. */
export function showTally(tally: Readonly<Record<string, number>>): string {
  return sortTally(tally)
    .map(([name, count]) => `${name} ${showCount(count)}`)
    .join(", ");
}

export function sortTally(tally: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(tally).toSorted(
    ([oneName, one], [otherName, other]) => other - one || oneName.localeCompare(otherName),
  );
}
