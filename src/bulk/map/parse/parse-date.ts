import { CENTURY_HINT, type Century, parseCentury } from "../convert/century.ts";
import { type DateFormat, FORMAT_HINT, parseDateFormat } from "../convert/date-format.ts";
import type { FieldMapping } from "../mapping.ts";
import { fail, readList, readText, shown } from "./read-keys.ts";
import type { YamlNode } from "./yaml-node.ts";

/** Reads in which formats a date may come, and to which century a year of two digits belongs. */
export function parseDate({ date, century }: { date?: YamlNode; century?: YamlNode }): FieldMapping["date"] {
  if (!date) return century && fail(century, "`century` belongs to a `date`");
  const formats = readList(date).map(parseFormat);
  checkShapes(date, formats);
  const short = formats.find(({ hasShortYear }) => hasShortYear);
  if (short && !century)
    fail(date, `${short.text} has a year of two digits: say \`century\`, which is ${CENTURY_HINT}`);
  if (century && !short) fail(century, "`century` is for years of two digits, and no format has one");
  return { formats, century: century && readCentury(century) };
}

function parseFormat(node: YamlNode): DateFormat {
  const text = readText(node, "a format of dates");
  return (
    parseDateFormat(text) ?? fail(node, `${shown(text)} is no format of a date; expected ${FORMAT_HINT}`)
  );
}

function readCentury(node: YamlNode): Century {
  const text = readText(node, CENTURY_HINT);
  return parseCentury(text) ?? fail(node, `expected ${CENTURY_HINT}, and ${shown(text)} came`);
}

/** 01/02/2001 is in January or in February: which, no program can tell. */
function checkShapes(node: YamlNode, formats: readonly DateFormat[]): void {
  formats.forEach((format, index) => {
    const twin = formats.slice(0, index).find(({ shape }) => shape === format.shape);
    if (twin) fail(node, `${twin.text} and ${format.text} fit the same dates; keep one of them`);
  });
}
