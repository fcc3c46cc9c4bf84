/** Spreads a text over 32 bits: quickly, and for no secret. Another seed gives another hash. */
export function hashText(text: string, seed: number): number {
  let bits = seed ^ text.length;
  for (let at = 0; at < text.length; at += 1) bits = Math.imul(bits ^ text.charCodeAt(at), 0x01000193);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
