/** What a text must look like. The generated rules import the formats that they use, so a client brings along no other. */
export interface Format {
  /** What is expected, with its article. */
  readonly expected: string;
  readonly test: (value: string) => boolean;
}

/** A day that its month has in some year. */
const DAY = /^\d{4}-(?!02-3|(0[469]|11)-31)(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** RFC 3339, 5.6: `T` or a blank between date and time, and an offset. */
const TIME = /^[T ]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;

/** An RFC 5322 dot-atom, `@`, and a host name of at least two labels (RFC 1123). */
const ADDRESS =
  /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*@([a-z\d]([a-z\d-]*[a-z\d])?\.)+[a-z\d]([a-z\d-]*[a-z\d])?$/i;

const DATE_LENGTH = 10;

/** A day that the calendar has. */
export const DATE: Format = { expected: "a date as YYYY-MM-DD", test: isDate };

export const DATE_TIME: Format = {
  expected: "a date and time as in RFC 3339",
  test: (value) => isDate(value.slice(0, DATE_LENGTH)) && TIME.test(value.slice(DATE_LENGTH)),
};

export const EMAIL: Format = {
  expected: "an e-mail address",
  test: (value) => ADDRESS.test(value),
};

/** What is read from a file often ends with a line break. */
export const TRIMMED: Format = {
  expected: "without a blank or a line break at either end",
  test: (value) => value === value.trim(),
};

/** A `Date`, which costs as much as ten other fields, is asked for leap years alone. */
function isDate(value: string): boolean {
  return DAY.test(value) && (!value.endsWith("02-29") || new Date(value).getUTCDate() === 29);
}
