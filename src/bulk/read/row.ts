/** What one cell holds. Text, unless the file itself knows types, as JSON and workbooks do. */
export type Cell = string | number | boolean | null | undefined;

/** One row of a roster, as it stands in its file. */
export interface Row {
  /** The file, as it was named; `-` for standard input. */
  readonly file: string;
  /** The line on which it begins, 1 for the first of the file; in a JSON array or a workbook, the number of the row. */
  readonly line: number;
  /** Whether it names its columns itself, as an object of JSON does, so that there is no header above it. */
  readonly isSelfNamed?: true;
  /** The names of its columns. Rows that share a header share the array, so that it is matched with fields once. */
  readonly header: readonly string[];
  /** A ragged row has more or fewer of them than its header. */
  readonly cells: readonly Cell[];
  /** Why it is no row at all, such as text after a closing quote. Never holds what stands in the row. */
  readonly malformed?: string;
}
