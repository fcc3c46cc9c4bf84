import type { Row } from "../read/row.ts";
import type { Reason } from "../reason.ts";
import type { RowEvent, RunEvent } from "../run-event.ts";

/** Whoever wants to know what a run does, beside its state. */
export interface Outputs {
  /** The run begins to send; it has this number in the state from now on. */
  readonly onBegin: (run: number) => void;
  /**
   * What became of some people who were sent, before the state takes it in: whoever keeps a log of pushes writes it now, so
   * that nobody whom the state knows is missing from it, at whatever moment the run is killed. A run that is killed just
   * then sends them again. Where it throws, nobody of them is taken for delivered, and the run ends; they come here once more
   * before that. Default: nobody is told.
   */
  readonly onSettling?: ((rows: readonly RowEvent[]) => void) | undefined;
  /** Whatever a run tells, in its order. */
  readonly onEvent: (event: RunEvent) => void;
  /** A row that can be corrected and pushed again. */
  readonly onReject: (row: Row, reasons: readonly Reason[]) => void;
  /** Waits until what was handed over is written, so that outputs never run behind by more than a batch. */
  readonly drain: () => Promise<void>;
}
