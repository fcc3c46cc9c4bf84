import type { LayoutWishes, RosterFormat } from "../bulk/read/layout/layout.ts";
import { UsageError } from "./usage-error.ts";

/** What a person said of the files of a run, in the words of the command line. */
export interface LayoutSettings {
  readonly format: RosterFormat | "tsv" | undefined;
  readonly encoding: LayoutWishes["encoding"];
  readonly delimiter: "," | ";" | "|" | "tab" | undefined;
}

/** The same in the words of the reader, to which a TSV is a CSV with tabs. Throws `UsageError` where two options disagree. */
export function toLayoutWishes({ format, encoding, delimiter }: LayoutSettings): LayoutWishes {
  if (format === "tsv" && delimiter !== undefined && delimiter !== "tab")
    throw new UsageError(`--format tsv has tabs between its columns, and --delimiter "${delimiter}" came`);
  if (delimiter !== undefined && format !== undefined && format !== "csv" && format !== "tsv")
    throw new UsageError(`--delimiter says nothing of ${format}; it is for csv alone`);
  if (encoding !== undefined && format === "xlsx")
    throw new UsageError("--encoding says nothing of xlsx, which has one of its own");
  return {
    format: format === "tsv" ? "csv" : format,
    encoding,
    delimiter: format === "tsv" || delimiter === "tab" ? "\t" : delimiter,
  };
}
