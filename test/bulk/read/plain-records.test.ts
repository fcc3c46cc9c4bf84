import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DELIMITERS, type Delimiter } from "../../../src/bulk/read/layout/layout.ts";
import { takePlainRecords } from "../../../src/bulk/read/rows/plain-records.ts";

function take(text: string, delimiter: Delimiter = ",") {
  const records: { cells: string[]; line: number; bytes: number }[] = [];
  const taken = takePlainRecords({
    block: Buffer.from(text),
    delimiter,
    onRecord: (cells, line, bytes) => void records.push({ cells, line, bytes }),
  });
  return { ...taken, records };
}

test("plain lines are taken with their place and their length, blank ones are passed", () => {
  expect(take('a,b\n\n"c ""d""",é\r\n')).toEqual({
    bytes: 19,
    lines: 3,
    records: [
      { cells: ["a", "b"], line: 0, bytes: 4 },
      { cells: ['c "d"', "é"], line: 2, bytes: 14 },
    ],
  });
});

describe("it stops before", () => {
  test("a line without its end", () => {
    expect(take("a,b\nx,y")).toMatchObject({ bytes: 4, lines: 1 });
  });

  test.each([
    ["a quote that is not closed on its line", 'x,"y\nz"\n'],
    ["a quote within a cell", 'x,6" y\n'],
    ["text after a closing quote", '"x"y,z\n'],
    ["a quote after a blank", 'x, "y"\n'],
    ["a return within a line, which ends one as well", "x\ry,z\n"],
    ["a line of more than 16,384 bytes", `${"x".repeat(16_385)},y\n`],
  ])("%s", (_, odd) => {
    expect(take(`a,b\n${odd}c,d\n`)).toMatchObject({ bytes: 4, lines: 1, records: [{ cells: ["a", "b"] }] });
  });
});

test("a line that is taken is what the parser says it is, and one that the parser refuses is not taken", () => {
  const LINE = fc.string({ unit: fc.constantFrom("a", "é", '"', '""', ",", ";", "\t", " "), maxLength: 14 });
  let taken = 0;
  fc.assert(
    fc.property(LINE, fc.constantFrom(...DELIMITERS), (line, delimiter) => {
      const { records, lines } = take(`${line}\n`, delimiter);
      if (lines === 0) return;
      taken += 1;
      const wanted = parse(`${line}\n`, { delimiter, relax_column_count: true, skip_empty_lines: true });
      expect(records.map(({ cells }) => cells)).toEqual(wanted);
    }),
    { numRuns: 5_000 },
  );
  expect(taken).toBeGreaterThan(500);
});
