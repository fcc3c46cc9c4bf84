import type { Cell } from "../bulk/read/row.ts";
import { csvLine } from "../bulk/record/csv-line.ts";
import type { TEMPLATE } from "./commands/fields.ts";
import { describeFields } from "./describe-field.ts";
import type { ExitCode } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import type { Settings } from "./settings/resolve-settings.ts";

/** Writes the header of a roster, and a person who does not exist where that is asked for. */
export async function template({ api, example }: Settings<typeof TEMPLATE>, io: Io): Promise<ExitCode> {
  const columns = describeFields(api).filter((field) => field.example !== undefined);
  printLine(columns.map(({ name }) => name));
  if (example) printLine(columns.map((field) => field.example));
  return 0;

  /** Printing ends lines by itself; blanks at the end of a cell are quoted, and stay. */
  function printLine(cells: readonly Cell[]): void {
    io.print(csvLine(cells).trimEnd());
  }
}
