import { rmSync } from "node:fs";
import { isRejectColumn, REJECT_COLUMNS } from "../read/reject-columns.ts";
import type { Cell, Row } from "../read/row.ts";
import type { Reason } from "../reason.ts";
import { createColumnUnion } from "./column-union.ts";
import { csvLine } from "./csv-line.ts";
import { toOutputError } from "./output-error.ts";
import { createPrivateFile, type PrivateFile, preparePrivateFile } from "./private-file.ts";
import { showPlace } from "./show-place.ts";
import { BYTE_ORDER_MARK, widenedName, widenRejects } from "./widen-rejects.ts";

/** A row that cannot be sent, or was refused. */
export interface Rejected {
  readonly row: Row;
  readonly reasons: readonly Reason[];
}

/** The file of a run that holds what its rejected rows held, to be corrected and pushed as it is. */
export interface Rejects {
  /** Writes a row as it was read, and why it was rejected. */
  readonly add: (rejected: Rejected) => void;
  /** Gives the file its name; to be called on interruption too. Resolves to whether rejects were written at all. */
  readonly finish: (end: RejectsEnd) => Promise<boolean>;
  /** Whether a row is in it without its cells. */
  readonly isIncomplete: () => boolean;
  /** Throws away what was written; an older file of that name stays as it is. */
  readonly discard: () => void;
}

/** How the run ended whose rejects these are. */
export interface RejectsEnd {
  /** Whether it came to each row. Where it has no rejects, those of an older run are removed: they are nobody's any more. */
  readonly isWhole: boolean;
}

/** Where rejects are written, and what of them is not. */
export interface RejectsOptions {
  /** The file; an older one is replaced when this one is complete, or removed by a whole run without rejects. */
  readonly file: string;
  /** Whether a column is mapped `drop`, by its name in the header: it is in no output. */
  readonly isDropped: (column: string) => boolean;
}

/**
 * Writes rejects as CSV (RFC 4180, UTF-8), readable by their owner alone, created with the first of them. It begins with a
 * byte order mark, without which Excel takes UTF-8 for something else; userpush skips it. Cells are written as they came,
 * those that a spreadsheet takes for formulas included: altered, they could not be pushed as they are.
 * Memory does not grow with the rows. Throws `OutputError` where the file cannot be written, and as `preparePrivateFile` does
 * before anything is sent.
 */
export function createRejects({ file, isDropped }: RejectsOptions): Rejects {
  const union = createColumnUnion((name) => isRejectColumn(name) || isDropped(name));
  let rows: PrivateFile | undefined;
  let columnsAtFirst = 0;
  let isIncomplete = false;
  preparePrivateFile(file);
  rmSync(widenedName(file), { force: true });

  function add(rejected: Rejected): void {
    const line = csvLine([...cellsOf(rejected.row), ...explain(rejected)]);
    rows ??= begin();
    rows.write(line);
  }
  function begin(): PrivateFile {
    const begun = createPrivateFile(file);
    columnsAtFirst = union.names.length;
    begun.write(BYTE_ORDER_MARK + csvLine([...union.names, ...REJECT_COLUMNS]));
    return begun;
  }
  function cellsOf(row: Row): readonly Cell[] {
    const cells = union.arrange(row);
    // In a ragged row nobody knows which cell belongs to which column: set in columns, it would be pushed as it never stood.
    if (!row.malformed && row.cells.length === row.header.length) return cells;
    isIncomplete = true;
    return cells.map(() => "");
  }
  async function finish({ isWhole }: RejectsEnd): Promise<boolean> {
    if (!rows && isWhole) removeOld();
    if (!rows) return false;
    if (union.names.length === columnsAtFirst) rows.finish();
    else await widenRejects({ rows, file, columns: union.names });
    return true;
  }
  function removeOld(): void {
    try {
      rmSync(file, { force: true });
    } catch (error) {
      throw toOutputError(file, error);
    }
  }
  function discard(): void {
    rows?.discard();
  }
  return { add, finish, isIncomplete: () => isIncomplete, discard };
}

function explain({ row, reasons }: Rejected): string[] {
  const [first] = reasons;
  // Nearly every reject has one reason.
  if (first && reasons.length === 1)
    return [showPlace(row), first.field ?? "", String(first.code ?? ""), first.message];
  const fields = reasons.flatMap(({ field }) => field ?? []);
  const codes = reasons.flatMap(({ code }) => code ?? []);
  const messages = reasons.map(({ message }) => message);
  return [showPlace(row), joinOnce(fields), joinOnce(codes), joinOnce(messages)];
}

function joinOnce(values: readonly (string | number)[]): string {
  return [...new Set(values)].join("; ");
}
