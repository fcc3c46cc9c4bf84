import { stat } from "node:fs/promises";
import { FileError } from "./file-error.ts";
import { mapHeader } from "./map-header.ts";
import { createRowPusher, type RowOutcome } from "./push-row.ts";
import { readCsv } from "./read-csv.ts";
import type { Row } from "./row.ts";
import { sendAll } from "./send.ts";
import { createStopRule, type Stop } from "./stop-rule.ts";
import type { Target } from "./target.ts";
import { addRow, NO_ROWS, type Totals } from "./totals.ts";

export interface RunOptions {
  readonly file: string;
  readonly target: Target;
  /** Pushes in flight at a time. */
  readonly concurrency: number;
  /** Ends the run: what is in flight is finished, nothing new is begun, and the rest is counted. */
  readonly signal?: AbortSignal | undefined;
}

/** What happens during a run, in this order: one `started`, one event for each row, one `finished`. */
export type RunEvent =
  | { readonly type: "started"; readonly ignoredColumns: readonly string[]; readonly bytes: number }
  | ({ readonly type: "row"; readonly totals: Totals } & RowOutcome)
  | { readonly type: "finished"; readonly totals: Totals; readonly stop?: Stop };

/** Pushes every person of a file: read, map, check, send. Throws where the file or its header is of no use. */
export async function* runPush({ file, target, concurrency, signal }: RunOptions): AsyncGenerator<RunEvent> {
  const bytes = await sizeOf(file);
  const rows = readCsv(file);
  try {
    const mapping = mapHeader(headerOf(await rows.next()), target.fields);
    yield { type: "started", ignoredColumns: mapping.ignored, bytes };

    const stopRule = createStopRule(signal);
    const send = createRowPusher({ target, mapping, stopRule });
    let totals = NO_ROWS;
    for await (const outcome of sendAll({ items: rows, concurrency, send })) {
      totals = addRow(totals, outcome.fate);
      yield { type: "row", ...outcome, totals };
    }
    // What came too late to keep a row from being pushed stopped nothing.
    const stop = totals.notAttempted > 0 ? stopRule.stop() : undefined;
    yield { type: "finished", totals, ...(stop ? { stop } : {}) };
  } finally {
    await rows.return(undefined);
  }
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file);
  if (!found.isFile()) throw new FileError(`${file} is no file`);
  return found.size;
}

function headerOf({ value }: IteratorResult<Row, undefined>): readonly string[] {
  if (value?.malformed) throw new FileError(`line ${value.line}: ${value.malformed}`);
  return value?.cells ?? [];
}
