/** What a file is that is no roster, by the bytes it begins with; and what to do about it. */
const FOREIGN: readonly (readonly [begin: string | RegExp, what: string])[] = [
  ["%PDF-", "is a PDF; ask for the export as CSV"],
  [
    "\xd0\xcf\x11\xe0",
    "is an old Excel workbook (.xls), or one with a password; save it as .xlsx without one",
  ],
  ["SQLite format 3", "is a database; export the table as CSV"],
  ["PAR1", "is a Parquet file; export it as CSV"],
  ["BZh", "is packed with bzip2; unpack it, or pack it with gzip"],
  ["\xfd7zXZ", "is packed with xz; unpack it, or pack it with gzip"],
  ["\x28\xb5\x2f\xfd", "is packed with zstd; unpack it, or pack it with gzip"],
  ["7z\xbc\xaf", "is a 7-Zip archive; unpack it and name the file inside"],
  ["Rar!", "is a RAR archive; unpack it and name the file inside"],
  ["\x1f\x8b", "is packed with gzip twice; unpack it once"],
  ["\x89PNG", "is a picture; ask for the export as CSV"],
  ["\xff\xd8\xff", "is a picture; ask for the export as CSV"],
  ["-----BEGIN PGP", "is encrypted; decrypt it first"],
  [/^.{257}ustar/s, "is a tar archive; unpack it and name the file inside"],
  [/^\s*(<!doctype html|<html)/i, "is a web page, perhaps that of a login; download the export itself"],
  [/^\s*<\?xml/i, "is XML; ask for the export as CSV"],
  ["{\\rtf", "is a text document; save it as CSV"],
];

const ZIP = "PK\x03\x04";

/** What is inside a zip archive shows in the names of its entries, of which the first ones stand at its beginning. */
const ZIP_KINDS: readonly (readonly [entry: string, what: string])[] = [
  ["application/vnd.oasis.opendocument", "is an OpenDocument file; save it as .xlsx or as CSV"],
  ["word/", "is a text document; save its table as CSV"],
];

const ZIP_ADVICE = "is a zip archive; unpack it and name the file inside (of OneRoster, users.csv)";

const DAMAGED_WORKBOOK = "is no workbook that can be read; save it anew, or as CSV UTF-8";

/** Whether a file is an Excel workbook (.xlsx), by its first and last bytes. */
export function isWorkbook(head: Buffer): boolean {
  const text = head.toString("latin1");
  return (
    text.startsWith(ZIP) && (text.includes("[Content_Types].xml") || text.includes("xl/")) && !zipKind(text)
  );
}

/** Says what a file is, and what to do, where its first bytes are those of something that holds no rows. */
export function describeForeign(head: Buffer, file: string): string | undefined {
  const text = head.toString("latin1");
  if (text.startsWith(ZIP)) return zipKind(text) ?? (/\.xlsx$/i.test(file) ? DAMAGED_WORKBOOK : ZIP_ADVICE);
  return FOREIGN.find(([begin]) =>
    typeof begin === "string" ? text.startsWith(begin) : begin.test(text),
  )?.[1];
}

function zipKind(text: string): string | undefined {
  return ZIP_KINDS.find(([entry]) => text.includes(entry))?.[1];
}
