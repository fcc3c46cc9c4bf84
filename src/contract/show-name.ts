/** Letters and digits of any script, and what stands between them in the names of fields. */
const NAME = /^[\p{L}\p{N}\p{M}\p{So}_.\-[\] ]+$/u;

/**
 * A name that came from outside, fit for a message. One that looks like no name is not shown: a body of the wrong format
 * comes as one long name, and a terminal obeys control characters.
 */
export function showName(name: string): string {
  return NAME.test(name) ? cut(name) : "…";
}

/** The beginning of a text, without half a character at its end. */
export function cut(text: string): string {
  // Longer names are cut: a message is there to find the mistake, not to quote the file.
  const MAX_SHOWN = 40;
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN).replace(/[\ud800-\udbff]$/, "")}…` : text;
}
