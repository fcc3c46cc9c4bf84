/** IMF-fixdate and the obsolete form of RFC 850. */
const GMT_DATE = /^\w+, ([ \d]\d)[ -]([A-Z][a-z]{2})[ -](\d\d|\d{4}) (\d\d:\d\d:\d\d) GMT$/;

/** The obsolete form of C's asctime(), which means GMT without saying so. */
const ASCTIME = /^(\w{3}) (\w{3}) ([ \d]\d) (\d\d:\d\d:\d\d) (\d{4})$/;

/**
 * Reads `Retry-After` (RFC 9110, 10.2.3): seconds, or a date in one of three forms. Returns milliseconds from now,
 * 0 for a date that is past, and nothing for what is neither.
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  // With as many leap days as they can have.
  const FIFTY_YEARS_MS = (50 * 365 + 13) * 86_400_000;
  const text = header?.trim() ?? "";
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, Number.MAX_SAFE_INTEGER);
  const [, day, month, year = "", clock] = GMT_DATE.exec(text.replace(ASCTIME, "$1, $3 $2 $5 $4 GMT")) ?? [];
  const century = year.length === 2 ? new Date(now).toISOString().slice(0, 2) : "";
  // Only a date in one of the three forms gets here whole: left to itself, `Date.parse` reads nearly everything.
  const delay = Date.parse(`${day} ${month} ${century}${year} ${clock} GMT`) - now;
  if (Number.isNaN(delay)) return undefined;
  // Two digits that would lie more than 50 years ahead mean the past (RFC 9110, 5.6.7).
  return century && delay > FIFTY_YEARS_MS ? 0 : Math.max(0, delay);
}
