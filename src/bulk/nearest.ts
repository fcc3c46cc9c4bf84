/** Further apart, two names have nothing to do with each other. */
const MAX_SHARE_CHANGED = 0.5;

/** The known name that is most like another one; none where nothing is like it. */
export function nearest(
  name: string,
  known: readonly string[],
  maxShareChanged = MAX_SHARE_CHANGED,
): string | undefined {
  const [best] = known
    .map((one) => ({ one, distance: editDistance(name.toLowerCase(), one.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  return best && best.distance <= best.one.length * maxShareChanged ? best.one : undefined;
}

/** The same as the end of a message: ` Did you mean "push"?`, or nothing. */
export function didYouMean(name: string, known: readonly string[]): string {
  const best = nearest(name, known);
  return best === undefined ? "" : ` Did you mean "${best}"?`;
}

/** How many characters must be put in, left out, replaced or swapped with the next one (Damerau-Levenshtein). */
function editDistance(from: string, to: string): number {
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let index = 0; index < from.length; index += 1) {
    const next = [index + 1];
    for (let at = 1; at <= to.length; at += 1) {
      const replaced = cell(row, at - 1) + (from[index] === to[at - 1] ? 0 : 1);
      const isSwap = from[index] === to[at - 2] && from[index - 1] === to[at - 1];
      const swapped = isSwap ? cell(before, at - 2) + 1 : Number.POSITIVE_INFINITY;
      next.push(Math.min(replaced, swapped, cell(row, at) + 1, cell(next, at - 1) + 1));
    }
    before = row;
    row = next;
  }
  return cell(row, to.length);
}

/** Outside of the table nothing is near. */
function cell(row: readonly number[], at: number): number {
  return row[at] ?? Number.POSITIVE_INFINITY;
}
