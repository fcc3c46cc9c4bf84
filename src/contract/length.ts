/** The length of a string as JSON Schema counts it: a character outside the basic plane is one, not two. */
export function countCodePoints(value: string): number {
  let count = 0;
  for (const _ of value) count += 1;
  return count;
}
