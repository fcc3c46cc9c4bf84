import type { Row } from "../row.ts";

/** Makes rows of UTF-8 bytes, and knows no stream. It copies what it keeps of the bytes. */
export interface RowReader {
  /** The rows that the next bytes complete. Throws `FileError` where the header is none. */
  readonly read: (bytes: Buffer) => readonly Row[];
  /**
   * The rows that remain. Where the bytes break off before their end, for the reason given, the last row may be cut in
   * two: it is left out, and a malformed row tells of it.
   */
  readonly end: (brokenOff?: string) => readonly Row[];
}
