import type { Format } from "./rule.ts";

const DATE = /^\d{4}-\d\d-\d\d$/;

/** RFC 3339, 5.6: `T` or a blank between date and time, and an offset. */
const TIME = /^[T ]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;

/** An RFC 5322 dot-atom, `@`, and a host name of at least two labels (RFC 1123). */
const EMAIL =
  /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*@([a-z\d]([a-z\d-]*[a-z\d])?\.)+[a-z\d]([a-z\d-]*[a-z\d])?$/i;

const DATE_LENGTH = 10;

/** Whether a string has a format. A date must be one that the calendar has. */
export function hasFormat(format: Format, value: string): boolean {
  if (format === "date") return isDate(value);
  if (format === "date-time")
    return isDate(value.slice(0, DATE_LENGTH)) && TIME.test(value.slice(DATE_LENGTH));
  return format !== "email" || EMAIL.test(value);
}

/** What the calendar does not have is no date to some engines, and a day of the next month to others. */
function isDate(value: string): boolean {
  return DATE.test(value) && new Date(value).getUTCDate() === Number(value.slice(8));
}
