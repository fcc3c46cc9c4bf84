import { type Inspection, inspectFile } from "./inspect-file.ts";
import { mapHeader } from "./map-header.ts";
import { createRowPusher, type RowOutcome } from "./push-row.ts";
import { readCsv } from "./read-csv.ts";
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
  | ({ readonly type: "started"; readonly ignoredColumns: readonly string[] } & Inspection)
  | ({ readonly type: "row"; readonly totals: Totals } & RowOutcome)
  | { readonly type: "finished"; readonly totals: Totals; readonly stop?: Stop };

/**
 * Pushes every person of a file: inspect, then read, map, check and send row by row.
 * Throws `FileError`, before anything is sent, where the file or its header is of no use.
 */
export async function* runPush({ file, target, concurrency, signal }: RunOptions): AsyncGenerator<RunEvent> {
  const inspection = await inspectFile(file);
  const rows = readCsv(file);
  try {
    const header = await rows.next();
    const mapping = mapHeader(file, header.value?.cells ?? [], target.fields);
    yield { type: "started", ignoredColumns: mapping.ignored, ...inspection };

    const stopRule = createStopRule(signal);
    const send = createRowPusher({ target, mapping, stopRule });
    let totals = NO_ROWS;
    for await (const outcome of sendAll({ inputs: rows, concurrency, send })) {
      totals = addRow(totals, outcome.fate);
      yield { type: "row", ...outcome, totals };
    }
    const stop = stopRule.stop();
    // A signal that came after the last row was begun has interrupted nothing.
    const isReal = stop && (stop.reason !== "interrupted" || totals.notAttempted > 0);
    yield { type: "finished", totals, ...(isReal ? { stop } : {}) };
  } finally {
    await rows.return(undefined);
  }
}
