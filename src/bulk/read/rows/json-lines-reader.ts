import { isUtf8 } from "node:buffer";
import type { Row } from "../row.ts";
import { createJsonRows } from "./json-rows.ts";
import { createLineCutter } from "./line-cutter.ts";
import { NOT_UTF_8, TOO_LONG } from "./malformed.ts";
import type { RowReader } from "./row-reader.ts";

/** Reads JSON Lines: one object a line, blank lines between them left out. */
export function createJsonLinesReader(file: string): RowReader {
  const rows = createJsonRows(file);
  const lineCutter = createLineCutter();
  let line = 1;

  function read(bytes: Buffer): Row[] {
    const { lines, longLine } = lineCutter.cut(bytes);
    const found = readLines(lines);
    if (longLine) found.push(rows.refuse(line++, TOO_LONG));
    return found;
  }

  function end(brokenOff?: string): Row[] {
    return brokenOff ? [rows.refuse(line, brokenOff)] : readLines(lineCutter.end());
  }

  function readLines(bytes: Buffer): Row[] {
    const isClean = isUtf8(bytes);
    const texts = bytes.toString("utf8").split(/\r\n|\n|\r/);
    const begin = line;
    line += texts.length - 1;
    return texts.flatMap((text, index) => {
      if (text.trim() === "") return [];
      const isDamaged = !isClean && text.includes("\ufffd");
      return isDamaged ? rows.refuse(begin + index, NOT_UTF_8) : rows.make(begin + index, text);
    });
  }

  return { read, end };
}
