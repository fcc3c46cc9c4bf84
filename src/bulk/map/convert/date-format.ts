/** As Oracle writes them in an English session; their order is that of the year. */
export const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

/** The elements of a format, named as Oracle names them. */
const DIGITS: Readonly<Record<string, string>> = {
  YYYY: "\\d{4}",
  YY: "\\d{2}",
  MM: "\\d{2}",
  DD: "\\d{2}",
  HH24: "\\d{2}",
  MI: "\\d{2}",
  SS: "\\d{2}",
  FF: "\\d{1,9}",
};
const ELEMENT = /YYYY|YY|MON|MM|MI|DD|HH24|SS|FF|[-/.:, T]/y;

export const FORMAT_HINT =
  "YYYY, YY, MON, MM, DD, HH24, MI, SS and FF with `-` `/` `.` `:` `,` `T` or blanks between them, as in DD-MON-YYYY";

/** One way in which dates are written. Parts of a day are read and left out; there are no time zones. */
export interface DateFormat {
  readonly text: string;
  readonly hasShortYear: boolean;
  /** Two formats with one shape fit the same texts, and would read different dates from them. */
  readonly shape: string;
  /** Finds the elements in a text; each is a group of its name. */
  readonly pattern: RegExp;
}

/** Reads a format such as `DD-MON-YY`, in either case; nothing where it does not tell day, month and year, once each. */
export function parseDateFormat(text: string): DateFormat | undefined {
  const parts = splitFormat(text.toUpperCase());
  const elements = parts?.filter((part) => part.length > 1);
  if (!parts || !elements || !isComplete(elements)) return undefined;
  return {
    text: text.toUpperCase(),
    hasShortYear: elements.includes("YY"),
    shape: parts.map(toShape).join("").replace(/\d+/g, sumDigits),
    pattern: new RegExp(`^${parts.map(toPattern).join("")}$`, "i"),
  };
}

function splitFormat(format: string): string[] | undefined {
  const parts: string[] = [];
  ELEMENT.lastIndex = 0;
  while (ELEMENT.lastIndex < format.length) {
    const found = ELEMENT.exec(format);
    if (!found) return undefined;
    parts.push(found[0]);
  }
  return parts;
}

function isComplete(elements: readonly string[]): boolean {
  const count = (...names: string[]) => elements.filter((element) => names.includes(element)).length;
  const isOnce = count("YYYY", "YY") === 1 && count("MON", "MM") === 1 && count("DD") === 1;
  return isOnce && new Set(elements).size === elements.length;
}

function toPattern(part: string, index: number, parts: readonly string[]): string {
  if (part === "MON") return `(?<MON>${MONTHS.join("|")})`;
  const digits = DIGITS[part];
  if (digits === undefined) return part === " " ? " +" : part.replace(/[/.]/, "\\$&");
  const isAlone = !isDigits(parts[index - 1]) && !isDigits(parts[index + 1]);
  // 1/31/2001 is as clear as 01/31/2001; 1312001 is not.
  return `(?<${part}>${(part === "MM" || part === "DD") && isAlone ? "\\d{1,2}" : digits})`;
}

function isDigits(part: string | undefined): boolean {
  return part !== undefined && part in DIGITS;
}

function toShape(part: string): string {
  if (part === "MON") return "A";
  if (!isDigits(part)) return part;
  return part === "YYYY" ? "4" : "2";
}

/** Of digits that stand side by side only their number can be seen. */
function sumDigits(digits: string): string {
  return `<${[...digits].reduce((sum, digit) => sum + Number(digit), 0)}>`;
}
