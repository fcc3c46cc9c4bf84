import type { Row } from "../read/row.ts";
import type { Reason } from "../reason.ts";
import type { RunEvent } from "../run-event.ts";

/** Whoever wants to know what a run does, beside its state. */
export interface Outputs {
  /** The run begins to send; it has this number in the state from now on. */
  readonly onBegin: (run: number) => void;
  /** Whatever a run tells, in its order. */
  readonly onEvent: (event: RunEvent) => void;
  /** A row that can be corrected and pushed again. */
  readonly onReject: (row: Row, reasons: readonly Reason[]) => void;
  /** Waits until what was handed over is written, so that outputs never run behind by more than a batch. */
  readonly drain: () => Promise<void>;
}
