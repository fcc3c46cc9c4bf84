import type { RowEvent } from "../run-event.ts";
import { openLog } from "./open-log.ts";

/** A group is written when it is this long, in characters, or when the last one is this long ago. */
const GROUP_LENGTH = 32_768;
const MAX_AGE_MS = 1_000;

/** Text that JSON writes as it is. */
const PLAIN = /^[\w.@ /-]*$/;

/** The log of every push that was ever made: who was sent where, when, and what came of it. Never a value. */
export interface Audit {
  /** Notes the push of a row; a row that was not sent has none. */
  readonly add: (row: RowEvent) => void;
  readonly flush: () => void;
  /** Writes what is left, to the disk itself; to be called on interruption too. */
  readonly close: () => void;
}

export interface AuditOptions {
  /** Created, readable by its owner alone, if it is not there; otherwise continued. */
  readonly file: string;
  /** The run, as the state numbers it. */
  readonly run: number;
  /** API, address and tenant. */
  readonly destination: string;
  /** Milliseconds since 1970. Default: the clock of the machine. */
  readonly now?: () => number;
}

/** Continues the audit log, as JSON Lines. Throws `OutputError`, as each of its calls does. */
export function createAudit({ file, run, destination, now = Date.now }: AuditOptions): Audit {
  const log = openLog(file);
  const clock = createTimeText();
  const isSame = `,"run":${run},"destination":${JSON.stringify(destination)}`;
  let gathered = "";
  let flushedAt = now();

  function add(row: RowEvent): void {
    if (row.attempts === 0) return;
    const time = now();
    gathered += `{"time":"${clock(time)}"${isSame}${describePush(row)}}\n`;
    if (gathered.length >= GROUP_LENGTH || time - flushedAt >= MAX_AGE_MS) flush();
  }
  function flush(): void {
    log.append(gathered);
    gathered = "";
    flushedAt = now();
  }
  function close(): void {
    try {
      flush();
    } finally {
      log.close();
    }
  }
  return { add, flush, close };
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

/** Times as ISO 8601, made once for each millisecond. */
function createTimeText(): (time: number) => string {
  let last = Number.NaN;
  let text = "";
  return (time) => {
    if (time !== last) text = new Date(time).toISOString();
    last = time;
    return text;
  };
}
