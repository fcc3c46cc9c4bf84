import { hash } from "node:crypto";

/** A hash function as RFC 2104 needs to know it; both sizes in bytes. */
export interface Digest {
  readonly name: "sha256" | "sha512";
  readonly block: number;
  readonly size: number;
}

export const SHA_256: Digest = { name: "sha256", block: 64, size: 32 };
export const SHA_512: Digest = { name: "sha512", block: 128, size: 64 };

/**
 * HMAC (RFC 2104) of texts, as one character for each byte. Two plain hashes, because `createHmac` costs several times as
 * much for a text as short as these. The key is ASCII of at most a block, so that its blocks are text as well.
 */
export function createMac(key: string, { name, block, size }: Digest): (text: string) => string {
  const inner = xorBlock(key, 0x36, block).toString("latin1");
  const outer = Buffer.concat([xorBlock(key, 0x5c, block)], block + size);
  return function mac(text: string): string {
    outer.write(hash(name, inner + text, "binary"), block, "latin1");
    return hash(name, outer, "binary");
  };
}

function xorBlock(key: string, pad: number, size: number): Buffer {
  const block = Buffer.alloc(size);
  block.write(key, "latin1");
  return Buffer.from(block.map((byte) => byte ^ pad));
}
