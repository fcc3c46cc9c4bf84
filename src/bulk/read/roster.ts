import type { Row } from "./row.ts";

/** The files of a run, opened. They can be read more than once, and say the same each time or stop the run. */
export interface Roster {
  /** The files, as they were named; `-` for standard input. */
  readonly files: readonly string[];
  /** Bytes of all files together, as they lie on the disk. */
  readonly bytes: number;
  /** Whether these are rejects of an earlier run, mended: such a file belongs to no source. */
  readonly isMendedRejects: boolean;
  /**
   * Reads all files from their beginning. Rows come in batches: waiting for each of them would cost more than reading it.
   * A row that makes no sense is a malformed one, never the end. Throws `FileError` for a file that cannot be read or
   * decoded at all, and where a file is no longer what it was when the roster was opened.
   */
  readonly rows: () => AsyncGenerator<readonly Row[], void, undefined>;
  /** Bytes of `bytes` that the last call of `rows` has come past; for progress. */
  readonly bytesRead: () => number;
  /** Removes what was spooled. */
  readonly close: () => Promise<void>;
}
