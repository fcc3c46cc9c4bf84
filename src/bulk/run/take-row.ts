import type { Judged } from "../plan/judge.ts";
import type { Row } from "../read/row.ts";
import type { Ledger, Unsent } from "./ledger.ts";
import type { Outputs } from "./outputs.ts";
import type { Recorder } from "./recorder.ts";
import { type ToSend, unsentEvent } from "./row-event.ts";

export interface RowTakerOptions {
  readonly judge: (row: Row) => Judged;
  readonly ledger: Ledger;
  readonly recorder: Pick<Recorder<never>, "keep">;
  readonly outputs: Outputs;
  /** Whether nothing may be sent, or written to the state. */
  readonly isBraked: boolean;
}

/** A row whose person must be sent. */
export interface RowToSend {
  readonly row: Row;
  readonly person: ToSend;
}

/** Makes the step that settles what need not be sent, and returns what must be. */
export function createRowTaker(options: RowTakerOptions): (row: Row) => RowToSend | undefined {
  const { judge, ledger, recorder, outputs, isBraked } = options;

  function settleUnsent(row: Row, judged: Unsent): void {
    ledger.countUnsent(judged);
    if (judged.verdict === "unchanged" && !isBraked) recorder.keep(judged);
    if (judged.verdict === "rejected") outputs.onReject(row, judged.reasons);
    const event = unsentEvent(row, judged);
    if (event) outputs.onEvent(event);
  }
  return function takeRow(row) {
    const judged = judge(row);
    if (judged.verdict !== "send") settleUnsent(row, judged);
    else if (isBraked) ledger.countSent("notAttempted");
    else return { row, person: judged };
    return undefined;
  };
}
