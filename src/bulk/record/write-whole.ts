import { writeFileSync, writeSync } from "node:fs";

/**
 * Writes a text to its end. Node's own way of doing that copies every text into a buffer that waits for the garbage
 * collector; here that happens only where the system took less than the whole.
 */
export function writeWhole(descriptor: number, text: string): void {
  const written = writeSync(descriptor, text);
  if (written < text.length || written < Buffer.byteLength(text))
    writeFileSync(descriptor, Buffer.from(text).subarray(written));
}
