import { FileError } from "../../file-error.ts";

const FAULTS: Readonly<Record<string, string>> = {
  ENOENT: "does not exist; check its name and the folder you are in",
  ENOTDIR: "does not exist; check its name and the folder you are in",
  EACCES: "may not be read by this user; change its permissions, or run as a user who may",
  EPERM: "may not be read by this user; change its permissions, or run as a user who may",
  EISDIR: "is a folder; name a file in it",
  EMFILE: "cannot be opened, because too many files are open; raise the limit of this user (ulimit -n)",
};

/** How a file is called in messages. */
export function showFile(file: string): string {
  return file === "-" ? "standard input" : file;
}

/** What the file system said of a file, as an error that says what to do. A `FileError` stays as it is. */
export function toFileError(file: string, cause: unknown): FileError {
  if (cause instanceof FileError) return cause;
  const { code = "unknown error" } = cause as NodeJS.ErrnoException;
  const fault = FAULTS[code] ?? `cannot be read (${code}); check the disk or the network drive it lies on`;
  return new FileError(`${showFile(file)} ${fault}`, { cause });
}
