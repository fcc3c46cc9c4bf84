import { dirname } from "node:path";
import { FileError } from "../file-error.ts";

/**
 * What the file system said of a file that is to be written. No folder is made for it: a name that is mistyped would leave
 * the report of a night where nobody looks. Any other error is returned as it came.
 */
export function toOutputError(file: string, cause: unknown): unknown {
  if ((cause as NodeJS.ErrnoException).code !== "ENOENT") return cause;
  const message = `${file} cannot be written: there is no folder ${dirname(file)}; create it, or name another file`;
  return new FileError(message, { cause });
}
