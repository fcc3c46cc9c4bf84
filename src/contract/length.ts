/** The length of a string as JSON Schema counts it: a character outside the basic plane is one, not two. */
export function countCodePoints(value: string): number {
  return value.length - (value.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}
