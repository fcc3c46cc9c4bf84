const MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

/** IMF-fixdate and the obsolete form of RFC 850. */
const GMT_DATE = /^\w+, (\d\d)[ -](\w{3})[ -](\d{2}|\d{4}) (\d\d:\d\d:\d\d) GMT$/;

/** The obsolete form of C's asctime(), which means GMT without saying so. */
const ASCTIME = /^\w{3} (\w{3}) ([ \d]\d) (\d\d:\d\d:\d\d) (\d{4})$/;

/**
 * Reads `Retry-After` (RFC 9110, 10.2.3): seconds, or a date in one of three forms. Returns milliseconds from now,
 * 0 for a date that is past, and nothing for what is neither.
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? "";
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, Number.MAX_SAFE_INTEGER);
  const date = parseHttpDate(text, now);
  return date === undefined ? undefined : Math.max(0, date - now);
}

function parseHttpDate(text: string, now: number): number | undefined {
  const gmt = GMT_DATE.exec(text) as DateParts | null;
  if (gmt) return toTime(fullYear(gmt[3], now), gmt[2], gmt[1], gmt[4]);
  const asctime = ASCTIME.exec(text) as DateParts | null;
  return asctime ? toTime(Number(asctime[4]), asctime[1], asctime[2], asctime[3]) : undefined;
}

/** The whole, and the four groups that both forms have. */
type DateParts = [string, string, string, string, string];

function toTime(year: number, month: string, day: string, clock: string): number | undefined {
  const index = MONTHS.indexOf(month) / 3;
  const [hours, minutes, seconds] = clock.split(":").map(Number);
  return Number.isInteger(index) && index >= 0
    ? Date.UTC(year, index, Number(day), hours, minutes, seconds)
    : undefined;
}

/** Two digits that would lie more than 50 years ahead mean the past (RFC 9110, 5.6.7). */
function fullYear(digits: string, now: number): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  const thisYear = new Date(now).getUTCFullYear();
  const inCentury = thisYear - (thisYear % 100) + year;
  return inCentury > thisYear + 50 ? inCentury - 100 : inCentury;
}
