import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Read and written by its owner alone. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

/** Makes the folder of a file, and the folders above it, where they are missing. */
export function createPrivateFolderOf(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: FOLDER_MODE });
}

/** Makes an empty file; one that exists stays as it is. */
export function createPrivateFile(file: string): void {
  try {
    closeSync(openSync(file, "wx", FILE_MODE));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

/** Makes a file with its content, on disk when it returns: there is all of it or no file. Throws where there is one. */
export function createPrivateFileOf(file: string, content: string): void {
  const draft = `${file}.${process.pid}.new`;
  const descriptor = openSync(draft, "w", FILE_MODE);
  try {
    writeFileSync(descriptor, content);
    fsyncSync(descriptor);
    linkSync(draft, file);
  } finally {
    closeSync(descriptor);
    unlinkSync(draft);
  }
  syncFolderOf(file);
}

/** The name of a new file is on disk only when its folder is. Windows cannot open a folder, and needs no such thing. */
function syncFolderOf(file: string): void {
  if (process.platform === "win32") return;
  const descriptor = openSync(dirname(file), "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
