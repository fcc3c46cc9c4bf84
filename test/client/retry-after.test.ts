import { isMainThread } from "node:worker_threads";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { parseRetryAfter } from "../../src/client/retry-after.ts";

const NOW = Date.UTC(2026, 10, 23, 6, 0, 0);

describe("Retry-After", () => {
  test.each<[string, string | null, number | undefined]>([
    ["is absent", null, undefined],
    ["is empty", "", undefined],
    ["is in seconds", "120", 120_000],
    ["is zero", "0", 0],
    ["has blanks around it", " 5 ", 5_000],
    ["is huge", "99999999999999999999", Number.MAX_SAFE_INTEGER],
    ["is an IMF-fixdate", "Mon, 23 Nov 2026 06:00:30 GMT", 30_000],
    ["is an RFC 850 date", "Monday, 23-Nov-26 06:00:30 GMT", 30_000],
    ["is an asctime date", "Mon Nov 23 06:00:30 2026", 30_000],
    ["is an asctime date with one digit", "Wed Dec  2 06:00:00 2026", 9 * 86_400_000],
    [
      "is an RFC 850 date in the coming century's first half",
      "Friday, 23-Nov-71 06:00:00 GMT",
      Date.UTC(2071, 10, 23, 6) - NOW,
    ],
    ["is an RFC 850 date of the last century", "Sunday, 06-Nov-94 08:49:37 GMT", 0],
    ["is a date in the past", "Sun, 06 Nov 1994 08:49:37 GMT", 0],
    ["is a date with an unknown month", "Mon, 23 Foo 2026 06:00:30 GMT", undefined],
    ["is a date between two months", "Mon, 23 anF 2026 06:00:30 GMT", undefined],
    ["is a date in another zone", "Mon, 23 Nov 2026 06:00:30 EST", undefined],
    ["is a date after other words", "until Mon, 23 Nov 2026 06:00:30 GMT", undefined],
    ["is a date before other words", "Mon, 23 Nov 2026 06:00:30 GMT or so", undefined],
    ["is an asctime date after other words", "on Mon Nov 23 06:00:30 2026", undefined],
    ["is an asctime date before other words", "Mon Nov 23 06:00:30 2026 or so", undefined],
    [
      "is an RFC 850 date in just fifty years",
      "Monday, 23-Nov-76 06:00:00 GMT",
      Date.UTC(2076, 10, 23, 6) - NOW,
    ],
    ["is a date of no year", "Sun Nov 06 08:49:37 GMT", undefined],
    ["is a date of no year after a comma", "Sun, Nov 06 08:49:37 GMT", undefined],
    ["is a date of two years", "Sun, 06 Nov 1994 08:49:37 1994", undefined],
    ["is a date of two months", "Sun Nov 06-Nov-94 08:49:37 1994", undefined],
    ["is a day alone", "Mon, 23 Nov 2026", undefined],
    ["is a date as JSON writes it", "2026-11-23T06:00:30Z", undefined],
    ["is negative", "-5", undefined],
    ["is a fraction", "1.5", undefined],
    ["is junk", "soon", undefined],
  ])("that %s", (_name, header, want) => {
    expect(parseRetryAfter(header, NOW)).toBe(want);
  });

  test("is not looked for by a clock that shows no time", () => {
    expect(parseRetryAfter(null, Number.NaN)).toBeUndefined();
  });

  // A thread, in which mutants are tried, cannot change its time zone.
  test.runIf(isMainThread)("that is an asctime date means GMT wherever the machine is", () => {
    vi.stubEnv("TZ", "America/New_York");
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(new Date(NOW).getHours()).not.toBe(new Date(NOW).getUTCHours());
    expect(parseRetryAfter("Mon Nov 23 06:00:30 2026", NOW)).toBe(30_000);
  });
});
