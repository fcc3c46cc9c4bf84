/** The length of a string as JSON Schema counts it: a character outside the basic plane is one, not two. */
export function countCodePoints(value: string): number {
  let count = value.length;
  for (let at = 1; at < value.length; at += 1) {
    if (isLowSurrogate(value.charCodeAt(at)) && isHighSurrogate(value.charCodeAt(at - 1))) count -= 1;
  }
  return count;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
