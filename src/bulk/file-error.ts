/** The file, or its header, cannot be used for a run; the message says why. */
export class FileError extends Error {
  override readonly name = "FileError";
}
