import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mapRow, outcomeOf, parse } from "./rows.ts";

function read(text: string, date: string, century?: string): unknown {
  const rule = `date: ${date}${century ? `, century: ${century}` : ""}`;
  const mapped = mapRow({ Born: text }, { mapping: `fields: { date_of_birth: { column: Born, ${rule} } }` });
  return mapped.kind === "record" ? mapped.record["date_of_birth"] : outcomeOf(mapped);
}

describe("a date", () => {
  test.each<[string, { given: string; format: string; century?: string; want: string }]>([
    ["with the name of a month", { given: "31-JAN-2001", format: "DD-MON-YYYY", want: "2001-01-31" }],
    [
      "with the name of a month in another case",
      { given: "01-dec-2001", format: "dd-mon-yyyy", want: "2001-12-01" },
    ],
    ["of month, day and year", { given: "01/31/2001", format: "MM/DD/YYYY", want: "2001-01-31" }],
    ["without zeros", { given: "1/3/2001", format: "MM/DD/YYYY", want: "2001-01-03" }],
    ["of day, month and year", { given: "31.01.2001", format: "DD.MM.YYYY", want: "2001-01-31" }],
    ["without separators", { given: "20010131", format: "YYYYMMDD", want: "2001-01-31" }],
    [
      "with a time of the day, which moves nothing",
      { given: "2001-01-31 23:59:59", format: '"YYYY-MM-DD HH24:MI:SS"', want: "2001-01-31" },
    ],
    [
      "with a fraction of a second",
      { given: "2001-01-31T00:00:00.0", format: '"YYYY-MM-DDTHH24:MI:SS.FF"', want: "2001-01-31" },
    ],
    ["with a leap day", { given: "29-FEB-2000", format: "DD-MON-YYYY", want: "2000-02-29" }],
    [
      "in the century of the pivot",
      { given: "31-JAN-26", format: "DD-MON-YY", century: "pivot 26", want: "2026-01-31" },
    ],
    [
      "in the century before it",
      { given: "31-JAN-27", format: "DD-MON-YY", century: "pivot 26", want: "1927-01-31" },
    ],
    [
      "of today, which is past",
      { given: "24-NOV-26", format: "DD-MON-YY", century: "past", want: "2026-11-24" },
    ],
    [
      "of tomorrow, which is not",
      { given: "25-NOV-26", format: "DD-MON-YY", century: "past", want: "1926-11-25" },
    ],
  ])("%s is read", (_, { given, format, century, want }) => {
    expect(read(given, format, century)).toBe(want);
  });

  test.each([
    ["31-JAN-01", "DD-MON-YYYY"],
    ["31-JANV-2001", "DD-MON-YYYY"],
    ["01/31/2001 00:00", "MM/DD/YYYY"],
    ["0131/2001", "MM/DD/YYYY"],
    ["1312001", "MMDDYYYY"],
    ["2001-01-31T00:00:00Z", '"YYYY-MM-DDTHH24:MI:SS"'],
    ["constructor", "YYYYMMDD"],
  ])("%j is rejected as %s, and not shown", (given, format) => {
    const text = format.replaceAll('"', "");
    expect(read(given, format)).toEqual([
      `\`date_of_birth\` must be a date as ${text}, and text of ${given.length} characters came`,
    ]);
  });

  test.each([
    ["29-FEB-01", "DD-MON-YY"],
    ["31-FEB-2001", "DD-MON-YYYY"],
    ["0-JAN-2001", "DD-MON-YYYY"],
    ["13/01/2001", "MM/DD/YYYY"],
  ])("%j is written as %s, and rejected as no day of any calendar", (given, format) => {
    const century = format.endsWith("YYYY") ? undefined : "past";
    expect(read(given, `[${format}, YYYYMMDD]`, century)).toEqual([
      `\`date_of_birth\` has the form ${format}, and there is no such day`,
    ]);
  });

  test("in several formats is read by the one that fits", () => {
    const formats = '[DD-MON-YY, DD-MON-YYYY, MM/DD/YYYY, YYYY-MM-DD, "YYYY-MM-DD HH24:MI:SS"]';
    const dates = ["31-JAN-01", "31-JAN-2001", "01/31/2001", "2001-01-31", "2001-01-31 00:00:00"];
    expect(dates.map((date) => read(date, formats, "past"))).toEqual(dates.map(() => "2001-01-31"));
  });

  test("comes out as it went in, for every day of two centuries", () => {
    const day = fc.date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, of] = iso.split("-");
        expect(read(`${month}/${of}/${year}`, "MM/DD/YYYY")).toBe(iso);
      }),
    );
  });
});

describe("a format is refused", () => {
  test.each<[string, { date: string; century?: string; want: string }]>([
    [
      "without a year",
      { date: "DD-MON", want: '"DD-MON" is no format of a date; expected YYYY, YY, MON, MM, DD,' },
    ],
    ["with two days", { date: "DD-DD-MON-YYYY", want: "is no format of a date" }],
    ["with two hours", { date: "YYYYMMDD HH24:HH24", want: "is no format of a date" }],
    ["with a time zone", { date: "YYYY-MM-DDTHH24:MI:SSZ", want: "is no format of a date" }],
    ["with an element that is unknown", { date: "DD-MONTH-YYYY", want: "is no format of a date" }],
    ["of nothing", { date: "''", want: "nothing is no format of a date" }],
    [
      "with a short year and no century",
      {
        date: "DD-MON-YY",
        want: "DD-MON-YY has a year of two digits: say `century`, which is `past`, or `pivot`",
      },
    ],
    [
      "with a century and no short year",
      {
        date: "YYYYMMDD",
        century: "past",
        want: "`century` is for years of two digits, and no format has one",
      },
    ],
    [
      "with a century that is guessed",
      {
        date: "DD-MON-YY",
        century: "auto",
        want: 'expected `past`, or `pivot` and two digits as in `pivot 26`, and "auto" came',
      },
    ],
    [
      "with a pivot of a whole year",
      { date: "DD-MON-YY", century: "pivot 2026", want: 'and "pivot 2026" came' },
    ],
    [
      "beside one that fits the same dates",
      {
        date: "[MM/DD/YYYY, DD/MM/YYYY]",
        want: "MM/DD/YYYY and DD/MM/YYYY fit the same dates; keep one of them",
      },
    ],
    [
      "beside one of the same digits",
      { date: "[YYYYMMDD, DDMMYYYY]", want: "YYYYMMDD and DDMMYYYY fit the same dates" },
    ],
    ["beside itself", { date: "[YYYYMMDD, yyyymmdd]", want: "fit the same dates" }],
    ["in an empty list", { date: "[]", want: "expected at least one, and an empty list came" }],
  ])("%s", (_, { date, century, want }) => {
    const rule = `date: ${date.includes(":") ? `"${date}"` : date}${century ? `, century: ${century}` : ""}`;
    expect(() => parse(`fields: { date_of_birth: { column: Born, ${rule} } }`)).toThrow(want);
  });

  test("whose century belongs to no date", () => {
    expect(() => parse("fields: { date_of_birth: { column: B, century: past } }")).toThrow(
      "`century` belongs to a `date`",
    );
  });
});
