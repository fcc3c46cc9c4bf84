import { describe, expect, test } from "vitest";
import { hasFormat } from "../../src/contract/format.ts";
import type { Format } from "../../src/contract/rule.ts";

type Values = Readonly<
  Record<Format, { readonly has: readonly string[]; readonly lacks: readonly string[] }>
>;

const VALUES: Values = {
  date: {
    has: [
      "2001-01-31",
      "2001-04-30",
      "2001-12-31",
      "2004-02-29",
      "2000-02-29",
      "2400-02-29",
      "1900-02-28",
      "0001-01-01",
      "0000-02-29",
      "9999-12-31",
    ],
    lacks: [
      "",
      "2001-02-29",
      "1900-02-29",
      "2100-02-29",
      "2001-02-30",
      "2001-04-31",
      "2001-06-31",
      "2001-09-31",
      "2001-11-31",
      "2001-01-32",
      "2001-01-00",
      "2001-00-01",
      "2001-13-01",
      "2001-1-31",
      "01-01-31",
      "12001-01-31",
      "2001/01/31",
      "20010131",
      " 2001-01-31",
      "2001-01-31\n",
      "2001-01-31T00:00:00Z",
      "２００１-01-31",
    ],
  },
  "date-time": {
    has: [
      "2016-10-07T14:15:47.746+03:00",
      "2016-10-07T14:15:47Z",
      "2016-10-07t14:15:47z",
      "2016-10-07 14:15:47-00:00",
      "2016-10-07T00:00:00.000000001Z",
      "2016-10-07T23:59:59+23:59",
      "2016-12-31T23:59:60Z",
      "2000-02-29T12:00:00-12:00",
    ],
    lacks: [
      "",
      "2016-10-07",
      "14:15:47Z",
      "2016-10-07T14:15:47",
      "2016-10-07T14:15Z",
      "2016-10-07T24:00:00Z",
      "2016-10-07T14:60:00Z",
      "2016-10-07T14:15:61Z",
      "2016-10-07T14:15:47+24:00",
      "2016-10-07T14:15:47+03:60",
      "2016-10-07T14:15:47+03",
      "2016-10-07T14:15:47+0300",
      "2016-10-07T14:15:47.Z",
      "2016-10-07T14:15:47,5Z",
      "2016-10-07_14:15:47Z",
      "2016-10-07\t14:15:47Z",
      "2016-10-07  14:15:47Z",
      "2016-10-07T14:15:47Z ",
      "1900-02-29T14:15:47Z",
      "2016-13-07T14:15:47Z",
    ],
  },
  email: {
    has: [
      "ann.example@example.edu",
      "a@b.c",
      "o'brien@example.edu",
      "ann+tag@mail.example.edu",
      "ANN_1-2@EXAMPLE.EDU",
      "!#$%&'*+/=?^_`{|}~-@example.edu",
      "ann@1.2.3.4",
      "ann@xn--bcher-kva.example",
      "ann@a--b.example",
    ],
    lacks: [
      "",
      "ann",
      "@example.edu",
      "ann@",
      "ann@localhost",
      "ann@@example.edu",
      "ann@example.edu@example.edu",
      ".ann@example.edu",
      "ann.@example.edu",
      "an..n@example.edu",
      "ann example@example.edu",
      " ann@example.edu",
      "ann@example.edu ",
      "ann@example.edu\n",
      "ann@.example.edu",
      "ann@example..edu",
      "ann@example.edu.",
      "ann@-example.edu",
      "ann@example-.edu",
      "ann@exam_ple.edu",
      '"ann"@example.edu',
      "Ann <ann@example.edu>",
      "ann@[192.0.2.1]",
      "änn@example.edu",
      "ann@bücher.example",
    ],
  },
  password: { has: ["", " ", "correct-horse-battery", "\u0000😀"], lacks: [] },
};

describe.each(Object.entries(VALUES))("the format %s", (format, { has, lacks }) => {
  test.each(has.map((value) => [value]))("takes %j", (value) =>
    expect(hasFormat(format as Format, value)).toBe(true),
  );
  test.each(lacks.map((value) => [value]))("refuses %j", (value) =>
    expect(hasFormat(format as Format, value)).toBe(false),
  );
});
