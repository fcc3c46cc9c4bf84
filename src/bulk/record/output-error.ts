import { dirname } from "node:path";

/** A file that a run is to leave cannot be written. The message names the file, and says what to do. */
export class OutputError extends Error {
  override readonly name = "OutputError";
}

const OTHER = "or name a file elsewhere";

/** No folder is made for a file: a name that is mistyped would leave the report of a night where nobody looks. */
const FAULTS: Readonly<Record<string, (file: string) => string>> = {
  ENOENT: (file) => `there is no folder ${dirname(file)}; create it, or name another file`,
  ENOTDIR: (file) => `${dirname(file)} is no folder; name another file`,
  EISDIR: () => "it is a folder; name a file in it",
  EACCES: () => `permission denied; run as a user who may, ${OTHER}`,
  EPERM: () => `permission denied; run as a user who may, ${OTHER}`,
  EROFS: () => "the disk is read-only; name a file elsewhere",
  ENOSPC: () => `the disk is full; make room, ${OTHER}`,
  EDQUOT: () => `the quota of the disk is used up; make room, ${OTHER}`,
  EFBIG: () =>
    "no file may be so large here; raise the limit of this user (ulimit -f), or move away what it holds",
};

/** What the file system said of a file that is to be written. Any other error is returned as it came. */
export function toOutputError(file: string, cause: unknown): unknown {
  if (!(cause instanceof Error && "syscall" in cause)) return cause;
  const { code = "unknown error" } = cause as NodeJS.ErrnoException;
  const fault = FAULTS[code]?.(file) ?? `the disk says ${code}; look after it, ${OTHER}`;
  return new OutputError(`${file} cannot be written: ${fault}`, { cause });
}
