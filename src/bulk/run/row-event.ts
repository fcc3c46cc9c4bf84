import type { Judged } from "../plan/judge.ts";
import type { Row } from "../read/row.ts";
import type { RowEvent } from "../run-event.ts";
import type { PushOutcome } from "../send/push-record.ts";
import { FROZEN, type Unsent } from "./ledger.ts";

export type ToSend = Extract<Judged, { readonly verdict: "send" }>;

/** A person who was sent, and what became of that. */
export interface Sent extends PushOutcome {
  readonly row: Row;
  readonly person: ToSend;
}

/** A person who may have been created by an earlier run, and is not sent again by itself. */
const UNCERTAIN =
  "an earlier run sent this person and nobody knows whether it arrived; look there, push those who did not arrive with --uncertain resend, then everybody with --uncertain delivered";

/** What is to be told of somebody who was sent, once it is on disk. Of the row nothing else is held until then. */
export interface News {
  readonly fate: Sent["fate"];
  readonly event: RowEvent | undefined;
  readonly rejected: Pick<Sent, "row" | "reasons"> | undefined;
}

export function newsOf(sent: Sent): News {
  const { fate, row, reasons } = sent;
  return { fate, event: sentEvent(sent), rejected: fate === "rejected" ? { row, reasons } : undefined };
}

/** What became of this person is known here, and will not be known to the next run. */
const UNRECORDED =
  "sent, and what became of it could not be written down: the state or the log of pushes took no more";

/** What is to be told of somebody of whom the state still says that nobody knows. */
export function unrecordedNews({ fate, event, rejected }: News): News {
  if (!event) return { fate, event, rejected };
  const reasons = [{ message: UNRECORDED }];
  return { fate: "uncertain", event: { ...event, fate: "uncertain", reasons }, rejected: undefined };
}

/** Nothing is told of who was not come to. */
function sentEvent({ row, person, fate, ...outcome }: Sent): RowEvent | undefined {
  const { key, action, warnings } = person;
  const { reasons, attempts, status, reference } = outcome;
  if (fate === "notAttempted" && attempts === 0) return undefined;
  return { ...placeOf(row), fate, key, action, reasons, warnings, attempts, status, reference };
}

/** What is told of somebody who is not sent: rows that are unchanged or left out are counted, and that is all. */
export function unsentEvent(row: Row, judged: Unsent): RowEvent | undefined {
  const rest = { ...placeOf(row), attempts: 0, warnings: [] };
  switch (judged.verdict) {
    case "rejected":
      return { ...rest, fate: "rejected", key: judged.key, reasons: judged.reasons };
    case "uncertain":
      return { ...rest, fate: "uncertain", key: judged.key, reasons: [{ message: UNCERTAIN }] };
    case "frozen":
      return { ...rest, fate: "skipped", key: judged.key, reasons: [{ message: FROZEN }] };
    default:
      return undefined;
  }
}

function placeOf({ file, line }: Row): Pick<RowEvent, "type" | "file" | "line"> {
  return { type: "row", file, line };
}
