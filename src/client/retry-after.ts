/**
 * A date in one of the three forms of HTTP (RFC 9110, 5.6.7), of which the oldest, that of C's asctime(), means GMT without
 * saying so. Left to itself, `Date.parse` reads nearly everything.
 */
const DATE = /^[A-Z]\w+,? [\w -]{6,11} \d\d:\d\d:\d\d (GMT|\d{4})$/;

/**
 * Reads `Retry-After` (RFC 9110, 10.2.3): seconds, or a date; a year of two digits is one of 1950 to 2049. Returns
 * milliseconds from now, 0 for a date that is past, and nothing for what is neither.
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? "";
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, Number.MAX_SAFE_INTEGER);
  const date = DATE.test(text) ? Date.parse(text.replace(/\d$/, "$& GMT")) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
