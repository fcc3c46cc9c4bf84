import { isUtf8 } from "node:buffer";
import { FileError } from "../../file-error.ts";
import { showFile } from "../files/file-fault.ts";
import type { Row } from "../row.ts";
import { createElementCutter } from "./json-elements.ts";
import { createJsonRows } from "./json-rows.ts";
import { NOT_UTF_8 } from "./malformed.ts";
import type { RowReader } from "./row-reader.ts";

/** Reads a JSON array of objects, one at a time; the line of a row is its number. */
export function createJsonArrayReader(file: string): RowReader {
  const rows = createJsonRows(file);
  const elements = createElementCutter({ onElement, onFault });
  let found: Row[] = [];
  let number = 1;
  let isOpened = false;

  function onElement(text: Buffer): void {
    if (!isUtf8(text)) onFault(NOT_UTF_8);
    else found.push(rows.make(number++, text.toString("utf8")));
  }

  function onFault(reason: string): void {
    found.push(rows.refuse(number++, reason));
  }

  function read(bytes: Buffer): readonly Row[] {
    const rest = isOpened ? bytes : open(bytes);
    if (isOpened) elements.add(rest);
    return take();
  }

  function open(bytes: Buffer): Buffer {
    const begin = bytes.findIndex((byte) => byte > 32);
    if (begin < 0) return bytes;
    if (bytes.toString("latin1", begin, begin + 1) !== "[")
      throw new FileError(`${showFile(file)} is no JSON array; leave out the format, or export one`);
    isOpened = true;
    return bytes.subarray(begin + 1);
  }

  function end(brokenOff?: string): readonly Row[] {
    if (brokenOff) onFault(brokenOff);
    else if (isOpened) elements.end();
    return take();
  }

  function take(): readonly Row[] {
    const taken = found;
    found = [];
    return taken;
  }

  return { read, end };
}
