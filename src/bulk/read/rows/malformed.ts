/** Why a row is malformed, for all formats. None tells what stands in it. */
export const TOO_LONG = "the row has more than 1,000,000 bytes; a quote may be open";
export const HOLDS_NUL = "the row holds a NUL character; save the file anew";
export const HALF_CHARACTER =
  "the row holds half a character (a surrogate without its other half), which is no text; export it anew";
export const NOT_UTF_8 =
  "the row holds bytes that are not UTF-8 (or UTF-16); save the file as UTF-8, or name its encoding";
export const NO_OBJECT = "the row is no JSON object";
export const TOO_MANY_COLUMNS = "the row has more than 16,384 columns";
export const LOST_DIGITS = "the row holds a number of more than 15 digits; write it as text, in quotes";
export const ARCHIVE_BROKEN =
  "the gzip archive is cut off or damaged here: all rows from here on are lost; make or copy it anew";
export const ARRAY_NOT_CLOSED =
  "the JSON array is not closed: the file is cut off, or a bracket or a quote before is missing";
export const AFTER_ARRAY = "text follows the end of the JSON array, and is not read";
export const FORMULA_ERROR = "a formula in the row gives an error, such as #N/A; mend it in the workbook";
