import { closeSync, constants, fchmodSync, fstatSync, fsyncSync, openSync, readSync } from "node:fs";
import { toOutputError } from "./output-error.ts";
import { writeWhole } from "./write-whole.ts";

const OWNER_ALONE = 0o600;
const LINE_FEED = 0x0a;

/** A file of lines that is continued, and readable by its owner alone. */
export interface Log {
  /** Writes whole lines, below a line that was torn. What was not written wholly may be given again: a line of it may be there twice. */
  readonly append: (lines: string) => void;
  /** Everything is on the disk itself when it returns. */
  readonly close: () => void;
}

/** Opens a log, and creates it where there is none. Throws `OutputError`, as its calls do. */
export function openLog(file: string): Log {
  const descriptor = naming(open);
  // A device has no end to write to, and no rights that are ours to change.
  const isFile = fstatSync(descriptor).isFile();
  if (isFile) naming(() => fchmodSync(descriptor, OWNER_ALONE));

  function open(): number {
    const { O_APPEND, O_CREAT, O_RDWR } = constants;
    return openSync(file, O_RDWR | O_APPEND | O_CREAT, OWNER_ALONE);
  }
  function append(lines: string): void {
    if (lines === "") return;
    naming(() => writeWhole(descriptor, endsMidLine(descriptor) ? `\n${lines}` : lines));
  }
  function close(): void {
    naming(() => {
      if (isFile) fsyncSync(descriptor);
      closeSync(descriptor);
    });
  }
  function naming<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw toOutputError(file, error);
    }
  }
  return { append, close };
}

/** A line that a power failure or a full disk tore must not take the next one with it. */
function endsMidLine(descriptor: number): boolean {
  const { size } = fstatSync(descriptor);
  const last = Buffer.alloc(1);
  return size > 0 && readSync(descriptor, last, 0, 1, size - 1) === 1 && last[0] !== LINE_FEED;
}
