import type { Place } from "../plan/plan.ts";

/** Other rows as the subject of a sentence: `line 12 holds`, `lines 12, 40 and 3 more hold`. */
export function showPlaces(places: readonly Place[], ownFile: string, more: number): string {
  const names = places.map(({ file, line }) => (file === ownFile ? `${line}` : `${line} of ${file}`));
  const tail = more > 0 ? [`${more} more`] : [];
  const all = [...names, ...tail];
  if (all.length === 1) return `line ${all[0]} holds`;
  return `lines ${all.slice(0, -1).join(", ")} and ${all.at(-1)} hold`;
}
