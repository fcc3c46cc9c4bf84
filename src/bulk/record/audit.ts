import type { RowEvent } from "../run-event.ts";
import { openLog } from "./open-log.ts";

/** Text that JSON writes as it is. */
const PLAIN = /^[\w.@ /-]*$/;

/** The log of every push that was ever made: who was sent where, when, and what came of it. Never a value. */
export interface Audit {
  /** The run sends from now on; it has this number in the state. To be called before the first push is added. */
  readonly begin: (run: number) => void;
  /**
   * Writes the pushes of some rows; a row that was not sent has none. The lines outlive this process once it returns. Where
   * it throws, some of them may be there: the rows are to be given again, or to count as not delivered.
   */
  readonly add: (rows: readonly RowEvent[]) => void;
  /** Everything is on the disk itself when it returns; to be called on interruption too. */
  readonly close: () => void;
}

export interface AuditOptions {
  /** Created, readable by its owner alone, if it is not there; otherwise continued. */
  readonly file: string;
  /** API, address and tenant. */
  readonly destination: string;
  /** Milliseconds since 1970. Default: the clock of the machine. */
  readonly now?: () => number;
}

/** Continues the audit log, as JSON Lines. Throws `OutputError`, as each of its calls does. */
export function createAudit({ file, destination, now = Date.now }: AuditOptions): Audit {
  const log = openLog(file);
  let isSame = "";

  function begin(run: number): void {
    isSame = `,"run":${run},"destination":${JSON.stringify(destination)}`;
  }
  function add(rows: readonly RowEvent[]): void {
    const start = `{"time":"${new Date(now()).toISOString()}"${isSame}`;
    let lines = "";
    for (const row of rows) if (row.attempts > 0) lines += `${start}${describePush(row)}}\n`;
    log.append(lines);
  }
  return { begin, add, close: log.close };
}

/** Put together by hand: several times faster than `JSON.stringify` of the whole. */
function describePush({
  file,
  line,
  key,
  action,
  fate,
  attempts,
  status,
  reference,
  reasons,
}: RowEvent): string {
  let text = `,"file":${quote(file)},"line":${line}`;
  if (key !== undefined) text += `,"key":${quote(key)}`;
  if (action !== undefined) text += `,"action":"${action}"`;
  text += `,"fate":"${fate}","attempts":${attempts}`;
  if (status !== undefined) text += `,"status":${status}`;
  if (reference !== undefined) text += `,"reference":${quote(reference)}`;
  const code = reasons.length > 0 ? reasons.find((reason) => reason.answered)?.code : undefined;
  return code === undefined ? text : `${text},"code":${code}`;
}

function quote(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}
