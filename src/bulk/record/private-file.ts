import { accessSync, closeSync, constants, fsyncSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { FileError } from "../file-error.ts";
import { removeAtExit } from "../remove-at-exit.ts";
import { toOutputError } from "./output-error.ts";
import { writeWhole } from "./write-whole.ts";

/** So much is gathered before it is written, in characters. */
const GROUP_LENGTH = 65_536;

const OWNER_ALONE = 0o600;

/**
 * A file that only its owner may read, and that stands under its name once it is complete. Where it cannot be written,
 * what was written of it is removed, since nobody would look for it there, and `OutputError` is thrown.
 */
export interface PrivateFile {
  /** Where it stands until then. */
  readonly temporary: string;
  /** Writes at once and without waiting: into the page cache, which costs less than a promise. */
  readonly write: (text: string) => void;
  /** Everything is on the disk when it returns, under the temporary name. */
  readonly close: () => void;
  /** Closes the file and gives it its name; what stood there before is replaced. */
  readonly finish: () => void;
  /** Removes what was written; what stood there before stays. */
  readonly discard: () => void;
}

/** The name under which a file is written until it is complete: whatever stands there is removed. */
export function temporaryName(file: string): string {
  return `${file}.partial`;
}

/** Creates a file anew, readable by its owner alone. Throws `OutputError` where that cannot be done. */
export function createPrivateFile(file: string, temporary = temporaryName(file)): PrivateFile {
  let gathered = "";
  const descriptor = openAnew(file, temporary);
  const forget = removeAtExit(temporary);
  let isOpen = true;

  function flush(): void {
    writeWhole(descriptor, gathered);
    gathered = "";
  }
  function write(text: string): void {
    gathered += text;
    if (gathered.length >= GROUP_LENGTH) orDiscard(flush);
  }
  function close(): void {
    if (!isOpen) return;
    orDiscard(() => {
      flush();
      fsyncSync(descriptor);
    });
    release();
  }
  function finish(): void {
    close();
    orDiscard(() => renameSync(temporary, file));
    forget();
  }
  function release(): void {
    if (isOpen) closeSync(descriptor);
    isOpen = false;
  }
  function discard(): void {
    release();
    rmSync(temporary, { force: true });
    forget();
  }
  function orDiscard(work: () => void): void {
    try {
      work();
    } catch (error) {
      discard();
      throw toOutputError(file, error);
    }
  }
  return { temporary, write, close, finish, discard };
}

function openAnew(file: string, temporary: string): number {
  try {
    // Whatever a killed run left there may have other rights than this one is to have.
    rmSync(temporary, { force: true });
    return openSync(temporary, "wx", OWNER_ALONE);
  } catch (error) {
    throw toOutputError(file, error);
  }
}

/**
 * Makes sure, before anything is sent, that a file can be written at the end of a run, and removes what a killed run left
 * there. Throws `FileError` for what is no file, and `OutputError` for a folder that is not there or cannot be written to.
 */
export function preparePrivateFile(file: string): void {
  checkFolderOf(file);
  // A device or a folder is not to be replaced. A link is: what it leads to belongs to somebody else.
  const found = statSync(file, { throwIfNoEntry: false });
  if (found && !found.isFile()) throw new FileError(`${file} is no regular file; name another one`);
  rmSync(temporaryName(file), { force: true });
}

function checkFolderOf(file: string): void {
  try {
    accessSync(dirname(file), constants.W_OK);
  } catch (error) {
    throw toOutputError(file, error);
  }
}
