/** Replaces what must not be seen, in each of the ways in which an answer can echo it. */
export type Redact = (text: string) => string;

/** Makes a redaction for the secrets of one request. Longer ones go first, so that no remainder is left of them. */
export function createRedaction(secrets: () => readonly string[]): Redact {
  // Shorter values would turn ordinary words into stars, and are in ordinary words anyway.
  const MIN_SECRET = 3;
  return function redact(text) {
    const echoes = secrets()
      .filter((secret) => secret.length >= MIN_SECRET)
      .sort((one, other) => other.length - one.length)
      .map((secret) => secret.replace(/\\+|[^a-z\d]/giu, echoOf));
    return echoes.length > 0 ? text.replace(new RegExp(echoes.join("|"), "gi"), "***") : text;
  };
}

/**
 * A pattern of one sign in all the ways in which it may be written: as it was sent, and as JSON, HTML (by name or number), URLs
 * and forms write it. JSON in JSON in JSON puts seven backslashes before it; a bound, and backslashes of its own taken together,
 * keep a long row of them in an answer from being tried in all ways. Letters and digits are written as they are everywhere.
 */
function echoOf(sign: string): string {
  const json = JSON.stringify(sign).slice(1, -1);
  const octets = [...new TextEncoder().encode(sign)].map((octet) => `%${hexOf(octet, 2)}`);
  const ways = [json, inUnits(sign), octets.join(""), sign, sign === " " ? "+" : sign];
  return `(?:\\\\|%5C){0,7}(?:${ways.map(inUnits).join("|")}|&#?\\w+;)`;
}

/** Every unit as an escape, which JSON and regular expressions both read. */
function inUnits(text: string): string {
  return text
    .split("")
    .map((unit) => `\\u${hexOf(unit.charCodeAt(0), 4)}`)
    .join("");
}

function hexOf(code: number, digits: number): string {
  return code.toString(16).padStart(digits, "0");
}

/**
 * The beginning of an answer on one line, without secrets; nothing where it is blank. Secrets go first, so that none is cut in
 * half and missed.
 */
export function excerptOf(text: string, redact: Redact): string | undefined {
  // An excerpt is there to recognise an answer, not to keep it.
  const MAX_EXCERPT = 200;
  const line = redact(text.slice(0, 20 * MAX_EXCERPT))
    .replace(/[\s\p{C}]+/gu, " ")
    .trim();
  return line.length > MAX_EXCERPT ? `${line.slice(0, MAX_EXCERPT)}…` : line || undefined;
}
