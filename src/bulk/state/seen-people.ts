import type { SeenPeople } from "./state.ts";

const FIRST_BYTES = 2 ** 10;

/** A set of people that needs a bit for each: 125 kB for a million. */
export function createSeenPeople(): SeenPeople {
  let bits = new Uint8Array(FIRST_BYTES);

  function add(id: number): void {
    const at = id >>> 3;
    if (at >= bits.length) grow(at + 1);
    bits[at] = (bits[at] ?? 0) | (1 << (id & 7));
  }
  function has(id: number): boolean {
    return ((bits[id >>> 3] ?? 0) & (1 << (id & 7))) !== 0;
  }
  function grow(neededBytes: number): void {
    const grown = new Uint8Array(Math.max(neededBytes, bits.length * 2));
    grown.set(bits);
    bits = grown;
  }
  return { add, has };
}
