import type { Format } from "./rule.ts";

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

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

function isDate(value: string): boolean {
  return (
    DATE.test(value) && Number(value.slice(8)) <= daysIn(Number(value.slice(0, 4)), Number(value.slice(5, 7)))
  );
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % (year % 100 === 0 ? 400 : 4) === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
