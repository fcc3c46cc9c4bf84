import type { Reason } from "../../bulk/reason.ts";

/** Longer texts are cut: a key may be a cell of ten megabytes. */
const MAX_LENGTH = 300;
const MAX_KEY_LENGTH = 100;

/** What a terminal would obey instead of showing: controls, and marks that turn the direction of the text around. */
const OBEYED = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** What the checks quote of a value, as in `must be a date as YYYY-MM-DD, and "2001" came`. */
const CAME = /, and (?:["\d-].*|true|false) came$/s;

/** What the mapping quotes, as in `has no value for "STU" in the mapping`. */
const UNMAPPED = /has no value for ["\d-].* in the mapping$/s;

/** A text from outside on one line, fit to be shown to people. */
export function showText(text: string): string {
  return show(text, MAX_LENGTH);
}

/** Who somebody is, fit for a column. */
export function showKey(key: string): string {
  return show(key, MAX_KEY_LENGTH);
}

function show(text: string, maxLength: number): string {
  const shown =
    text.length > maxLength ? `${text.slice(0, maxLength).replace(/[\ud800-\udbff]$/, "")}…` : text;
  return shown.replace(OBEYED, "\ufffd");
}

/** A reason or a warning without the value that it quotes: only the file of rejects holds what people hold. */
export function maskMessage(message: string): string {
  return message.replace(CAME, "").replace(UNMAPPED, "has a value that the mapping does not know");
}

/** A reason as people read it, with the code that the API would have answered. */
export function showReason({ message, code, answered }: Reason): string {
  const masked = showText(maskMessage(message));
  return code === undefined || answered ? masked : `${masked} (not sent; it would be fault ${code})`;
}
