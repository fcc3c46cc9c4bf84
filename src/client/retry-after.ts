/** IMF-fixdate and the obsolete form of RFC 850. */
const GMT_DATE = /^\w+, ([ \d]\d)[ -]([A-Z][a-z]{2})[ -](\d\d|\d{4}) (\d\d:\d\d:\d\d) GMT$/;

/** The obsolete form of C's asctime(), which means GMT without saying so. */
const ASCTIME = /^(\w{3}) (\w{3}) ([ \d]\d) (\d\d:\d\d:\d\d) (\d{4})$/;

/**
 * Reads `Retry-After` (RFC 9110, 10.2.3): seconds, or a date in one of three forms. Returns milliseconds from now,
 * 0 for a date that is past, and nothing for what is neither.
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? "";
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, Number.MAX_SAFE_INTEGER);
  const [, day, month, year, clock] = GMT_DATE.exec(text.replace(ASCTIME, "$1, $3 $2 $5 $4 GMT")) ?? [];
  // Only a date in one of the three forms gets here whole: left to itself, `Date.parse` reads nearly everything.
  const date = Date.parse(`${day} ${month} ${year && fullYear(year, now)} ${clock} GMT`);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Two digits that would lie more than 50 years ahead mean the past (RFC 9110, 5.6.7). */
function fullYear(digits: string, now: number): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  const thisYear = new Date(now).getUTCFullYear();
  const inCentury = thisYear - (thisYear % 100) + year;
  return inCentury > thisYear + 50 ? inCentury - 100 : inCentury;
}
