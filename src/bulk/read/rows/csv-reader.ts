import { isUtf8 } from "node:buffer";
import { tellsDelimiter } from "../layout/detect-delimiter.ts";
import type { Delimiter } from "../layout/layout.ts";
import type { Row } from "../row.ts";
import { createLineCutter, firstLineEnd, MAX_ROW_BYTES } from "./line-cutter.ts";
import { HOLDS_NUL, NOT_UTF_8, TOO_LONG } from "./malformed.ts";
import { parseRecords, type RecordsAnswer } from "./parse-records.ts";
import { takePlainRecords } from "./plain-records.ts";
import type { RowReader } from "./row-reader.ts";
import { findSwallowedRows } from "./swallowed-rows.ts";
import { createTable } from "./table.ts";

const NOTHING = Buffer.alloc(0);

/**
 * Reads CSV (RFC 4180, any delimiter and line end). The first row is the header, but for a line that tells the delimiter.
 * A record that makes no sense costs its first line alone: reading goes on with the next line, so that an open quote swallows
 * nothing.
 */
export function createCsvReader(options: {
  readonly file: string;
  readonly delimiter: Delimiter;
}): RowReader {
  const table = createTable(options.file);
  const lineCutter = createLineCutter();
  /** The lines of a record whose quote is open. */
  let open: Buffer = NOTHING;
  /** An open record is parsed anew each time it has doubled: at each chunk, the cost would grow with its square. */
  let enoughBytes = 0;
  let line = 1;

  function read(bytes: Buffer): readonly Row[] {
    const { lines, longLine } = lineCutter.cut(bytes);
    parse({ lines, isLast: longLine });
    if (longLine) refuseLine(TOO_LONG);
    return table.take();
  }

  function end(brokenOff?: string): readonly Row[] {
    parse({ lines: brokenOff ? NOTHING : lineCutter.end(), isLast: true });
    if (brokenOff) refuseLine(brokenOff);
    return table.take();
  }

  function parse({ lines, isLast }: { lines: Buffer; isLast: boolean }): void {
    open = open.length === 0 ? lines : Buffer.concat([open, lines]);
    if (open.length < enoughBytes && !isLast) return;
    const findFault = faultFinder(open);
    if (!findFault) takePlain();
    for (;;) {
      if (open.length === 0) break;
      const answer = parseNext(findFault);
      const isEnough = isLast || open.length > MAX_ROW_BYTES;
      if (!answer.fault || (answer.isOpen && !isEnough)) break;
      refuseLine(answer.isOpen && !isLast ? TOO_LONG : answer.fault);
      open = open.subarray(firstLineEnd(open) ?? open.length);
    }
    enoughBytes = Math.min(2 * open.length, MAX_ROW_BYTES);
    open = Buffer.from(open);
  }

  function takePlain(): void {
    const taken = takePlainRecords({ ...options, block: open, onRecord: addRecord });
    line += taken.lines;
    open = open.subarray(taken.bytes);
  }

  function addRecord(cells: string[], linesBefore: number): void {
    const at = line + linesBefore;
    if (at === 1 && tellsDelimiter(cells, options.delimiter)) return;
    table.add(at, cells);
  }

  /** Leaves open what begins with the record that makes no sense. */
  function parseNext(findFault: FaultFinder): RecordsAnswer {
    const answer = parseRecords({ ...options, block: open, onRecord });
    line += answer.lines;
    open = open.subarray(answer.bytes);
    for (let length = blankLine(open); length > 0; length = blankLine(open)) {
      open = open.subarray(length);
      line += 1;
    }
    return answer;

    function onRecord(cells: string[], linesBefore: number, bytes: number): void {
      const at = line + linesBefore;
      const fault = bytes > MAX_ROW_BYTES ? TOO_LONG : (findFault?.(cells) ?? findSwallowed(cells, at));
      if (fault) table.refuse(at, fault);
      else addRecord(cells, linesBefore);
    }
  }

  function findSwallowed(cells: readonly string[], at: number): string | undefined {
    return findSwallowedRows({ cells, line: at, width: table.width(), delimiter: options.delimiter });
  }

  function refuseLine(reason: string): void {
    table.refuse(line, reason);
    line += 1;
  }

  return { read, end };
}

type FaultFinder = ((cells: readonly string[]) => string | undefined) | undefined;

/** Bytes are looked through at once, for that is cheap; their rows only where something was found. */
function faultFinder(bytes: Buffer): FaultFinder {
  if (!bytes.includes(0) && isUtf8(bytes)) return undefined;
  return function findFault(cells) {
    if (cells.some((cell) => cell.includes("\0"))) return HOLDS_NUL;
    return cells.some((cell) => cell.includes("\ufffd")) ? NOT_UTF_8 : undefined;
  };
}

/** Bytes of the blank line at the beginning; 0 where there is none. */
function blankLine(bytes: Buffer): number {
  const begin = bytes.toString("latin1", 0, 2);
  if (begin === "\r\n") return 2;
  return begin.startsWith("\n") || begin.startsWith("\r") ? 1 : 0;
}
