import { expect, test } from "vitest";
import { type LayoutSettings, toLayoutWishes } from "../../src/cli/layout-wishes.ts";

const NOTHING: LayoutSettings = { format: undefined, encoding: undefined, delimiter: undefined };

test.each<[Partial<LayoutSettings>, object]>([
  [{}, { format: undefined, encoding: undefined, delimiter: undefined }],
  [{ format: "tsv" }, { format: "csv", delimiter: "\t" }],
  [
    { format: "csv", delimiter: ";" },
    { format: "csv", delimiter: ";" },
  ],
  [{ delimiter: "tab" }, { format: undefined, delimiter: "\t" }],
  [
    { format: "tsv", delimiter: "tab" },
    { format: "csv", delimiter: "\t" },
  ],
])("%o is said to the reader in its own words", (settings, want) => {
  expect(toLayoutWishes({ ...NOTHING, ...settings })).toMatchObject(want);
});

test.each<[Partial<LayoutSettings>, RegExp]>([
  [{ format: "tsv", delimiter: ";" }, /tabs between its columns, and --delimiter ";" came/],
  [{ format: "json", delimiter: ";" }, /--delimiter says nothing of json/],
  [{ format: "xlsx", encoding: "utf-8" }, /--encoding says nothing of xlsx/],
])("%o is refused", (settings, want) => {
  expect(() => toLayoutWishes({ ...NOTHING, ...settings })).toThrow(want);
});
