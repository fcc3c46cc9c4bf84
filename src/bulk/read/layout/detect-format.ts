import type { RosterFormat } from "./layout.ts";

/** An Oracle or SQL Server export may have a header of `[ID],[NAME]`: only objects make it a JSON array. */
const ARRAY = /^\s*\[\s*(\{|\]|$)/;
const OBJECT = /^\s*\{/;
/** Indented, it is a part of something larger. */
const OBJECT_LINE = /^\{/;

/** The format of a text by its beginning; `unclear` is JSON of another shape, such as one object around all rows. */
export function detectFormat(head: string): Exclude<RosterFormat, "xlsx"> | "unclear" {
  if (ARRAY.test(head)) return "json";
  if (!OBJECT.test(head)) return "csv";
  return head.split(/[\r\n]+/).some(isObject) || !/[\r\n]/.test(head.trim()) ? "jsonl" : "unclear";
}

function isObject(line: string): boolean {
  if (!OBJECT_LINE.test(line)) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
