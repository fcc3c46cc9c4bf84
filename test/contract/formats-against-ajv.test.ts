import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DATE, DATE_TIME, EMAIL, type Format } from "../../src/contract/format.ts";

type CheckedFormat = "date" | "date-time" | "email";

/** A group of texts about which we mean to differ from Ajv. */
interface Exception {
  readonly matches: RegExp;
  readonly example: string;
  readonly we: "accept" | "refuse";
  readonly why: string;
}

const EXCEPTIONS: Readonly<Record<CheckedFormat, readonly Exception[]>> = {
  date: [],
  email: [],
  "date-time": [
    {
      matches: /^.{10}[^\S ]/,
      example: "2016-10-07\t14:15:47Z",
      we: "refuse",
      why: "RFC 3339 has T between date and time, and allows a blank; Ajv takes any white space.",
    },
    {
      matches: /:\d\d(\.\d+)?[+-]\d\d(\d\d)?$/,
      example: "2016-10-07T14:15:47+0300",
      we: "refuse",
      why: "RFC 3339 has hours, a colon and minutes in an offset; Ajv takes what ISO 8601 has beyond it.",
    },
    {
      matches: /:60(\.\d+)?(Z|[+-]\d\d:\d\d)$/i,
      example: "2016-10-07T14:15:60Z",
      we: "accept",
      why: "A leap second comes at 23:59:60 UTC only; an answer with a wrong one is still an answer.",
    },
    {
      matches: /^.{11}(2[4-9]|\d\d:6\d)/,
      example: "2016-10-07T24:01:00+00:02",
      we: "refuse",
      why: "No clock shows hour 24 or minute 60; Ajv takes them where its sum for leap seconds gives 23:59.",
    },
  ],
};

const digits = (count: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: count, maxLength: count });
const numbers = (most: number) => fc.nat(most).map((number) => String(number).padStart(2, "0"));
const years = fc.oneof(fc.constantFrom("1900", "2000", "2004", "2001", "0000", "9999"), digits(4));
const dates = fc.tuple(years, numbers(13), numbers(32)).map((parts) => parts.join("-"));
const separators = fc.constantFrom("T", "T", "t", " ", "\t", "\n", "\u00a0", "_", "");
const times = fc.tuple(numbers(24), numbers(60), numbers(61)).map((parts) => parts.join(":"));
const leaps = fc.constantFrom("23:59:60", "00:00:60", "22:59:60", "23:58:60", "14:29:60");
const fractions = fc.oneof(
  fc.constantFrom("", "", ".", ",5"),
  digits(3).map((text) => `.${text}`),
);
const offsets = fc.oneof(
  fc.constantFrom("Z", "Z", "z", "", "+03", "-0330", "+00:00", "-00:00", "+23:59", "+24:00", "\u221203:00"),
  fc
    .tuple(fc.constantFrom("+", "-"), numbers(24), numbers(60))
    .map(([sign, hours, minutes]) => `${sign}${hours}:${minutes}`),
);
const labels = fc.string({ unit: fc.constantFrom(..."aZ09-_'+.é "), maxLength: 6 });

/** Texts around each format: well formed, nearly so, and with one character too many, too few or changed. */
const TEXTS: Readonly<Record<CheckedFormat, fc.Arbitrary<string>>> = {
  date: spoilt(dates),
  "date-time": spoilt(
    fc
      .tuple(dates, separators, fc.oneof(times, times, leaps), fractions, offsets)
      .map((parts) => parts.join("")),
  ),
  email: spoilt(
    fc.oneof(
      fc.emailAddress(),
      fc.tuple(labels, labels, labels).map(([local, host, top]) => `${local}@${host}.${top}`),
    ),
  ),
};

const FORMATS: Readonly<Record<CheckedFormat, Format>> = { date: DATE, "date-time": DATE_TIME, email: EMAIL };

const ajv = new Ajv2020();
addFormats.default(ajv);

describe.each(Object.entries(TEXTS) as [CheckedFormat, fc.Arbitrary<string>][])(
  "about the format %s",
  (format, texts) => {
    const accepts = ajv.compile<string>({ type: "string", format });

    test("we and Ajv agree on every text without a named exception", () => {
      const count = { valid: 0, invalid: 0 };
      fc.assert(
        fc.property(texts, (text) => {
          const valid = FORMATS[format].test(text);
          count[valid ? "valid" : "invalid"] += 1;
          if (valid === accepts(text)) return;
          const we = valid ? "accept" : "refuse";
          const named = EXCEPTIONS[format].filter((one) => one.matches.test(text) && one.we === we);
          expect(named, text).not.toEqual([]);
        }),
        { numRuns: 10_000 },
      );
      expect(Math.min(count.valid, count.invalid)).toBeGreaterThan(500);
    });

    test.each(EXCEPTIONS[format].map((exception) => [exception.example, exception] as const))(
      "we differ on %j",
      (text, { matches, we }) => {
        expect(text).toMatch(matches);
        expect(FORMATS[format].test(text)).toBe(we === "accept");
        expect(accepts(text)).toBe(we !== "accept");
      },
    );
  },
);

/** Half of the texts as they are, half with one change. */
function spoilt(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const characters = fc.constantFrom(..."0123456789-:.@TZ+ az_", "\n", "é", "٣", "ſ", "K", "😀");
  const changed = fc.tuple(texts, fc.nat(40), fc.nat(1), fc.oneof(characters, fc.constant("")));
  return fc.oneof(
    texts,
    changed.map(([text, at, cut, more]) => text.slice(0, at) + more + text.slice(at + cut)),
  );
}
