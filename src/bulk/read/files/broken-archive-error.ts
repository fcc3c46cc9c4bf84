/** A gzip archive ends or breaks before its end. All that came before was read. */
export class BrokenArchiveError extends Error {
  override readonly name = "BrokenArchiveError";
}
