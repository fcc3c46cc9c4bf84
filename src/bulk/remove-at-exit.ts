import { rmSync } from "node:fs";

/** Files that hold people, and that nobody would look for once this process is gone. */
const files = new Set<string>();
let isWatching = false;

function removeAll(): void {
  for (const file of files) rmSync(file, { force: true });
}

/**
 * Removes a file when this process exits before its work is done, as by a second Ctrl-C. Returns what takes that back, to be
 * called once the file is gone or stands under another name.
 */
export function removeAtExit(file: string): () => void {
  if (!isWatching) process.on("exit", removeAll);
  isWatching = true;
  files.add(file);
  return () => files.delete(file);
}
