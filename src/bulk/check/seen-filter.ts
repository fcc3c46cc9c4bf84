import { hashText } from "../text-hash.ts";

/** Each text sets ten bits: where it has forty, as three claims of each of a million people do, one in four million is mistaken. */
const PROBES = 10;

const MIN_BYTES = 2 ** 13;
const MAX_BYTES = 2 ** 24;

/** Tells whether a text may have been seen before. */
export interface SeenFilter {
  /** Remembers a text. False: it is certainly new. True: it was seen before, or, rarely, looks like one that was. */
  readonly add: (text: string) => boolean;
  /** Gives its memory back at once, which the collector of garbage would see late. No text may come after it. */
  readonly release: () => void;
}

/**
 * A Bloom filter, so that a roster of any length needs the same memory: a byte for each byte of the roster, 8 kB to 16 MB.
 * What looks repeated is looked at again, in full; what is new, which is nearly everything, costs a few bits.
 */
export function createSeenFilter(rosterBytes: number): SeenFilter {
  const bytes = 2 ** Math.ceil(Math.log2(Math.min(MAX_BYTES, Math.max(MIN_BYTES, rosterBytes))));
  const words = new Uint32Array(bytes / 4);
  const mask = bytes * 8 - 1;

  function add(text: string): boolean {
    if (words.length === 0)
      throw new Error("the filter was released: it would take every text for a new one");
    const first = hashText(text, 0x9e3779b9);
    const step = hashText(text, first) | 1;
    let seen = true;
    for (let probe = 0, bit = first; probe < PROBES; probe += 1, bit += step) {
      const at = bit & mask;
      const word = words[at >>> 5] as number;
      const flag = 1 << (at & 31);
      if ((word & flag) === 0) {
        seen = false;
        words[at >>> 5] = word | flag;
      }
    }
    return seen;
  }
  return { add, release: () => void words.buffer.transfer(0) };
}
