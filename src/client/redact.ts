/** Replaces what must not be seen, in each of the ways in which an answer can echo it. */
export type Redact = (text: string) => string;

/** Makes a redaction for the secrets of one request. Longer ones go first, so that no remainder is left of them. */
export function createRedaction(secrets: () => readonly string[]): Redact {
  // Shorter values would turn ordinary words into stars, and are in ordinary words anyway.
  const MIN_SECRET = 3;
  return function redact(text) {
    return secrets()
      .filter((secret) => secret.length >= MIN_SECRET)
      .sort((one, other) => other.length - one.length)
      .reduce((rest, secret) => maskEnd(rest.replace(echoesOf(secret), "***"), secret), text);
  };
}

/** Of an answer that was cut off, the end may be the beginning of a secret. */
function maskEnd(text: string, secret: string): string {
  // Less of it may be a word, and tells little.
  const MIN_BEGINNING = 6;
  const MAX_BEGINNING = 4_000;
  for (let length = Math.min(secret.length, MAX_BEGINNING); length >= MIN_BEGINNING; length -= 1)
    if (text.endsWith(secret.slice(0, length))) return `${text.slice(0, -length)}***`;
  return text;
}

/**
 * Whatever echoes a secret. No text is matched in two ways, and no part without a bound: a partial echo would be tried in more ways
 * with each sign, for hours. Of a long secret the beginning is looked for, and all that follows it goes: engines refuse a pattern
 * of the whole, and show it in their error.
 */
function echoesOf(secret: string): RegExp {
  const MAX_PATTERN = 200;
  const begin = secret.slice(0, MAX_PATTERN).replace(/(\\*)([^a-z\d\\])|\\+/giu, echoOf);
  return new RegExp(secret.length > MAX_PATTERN ? `${begin}[^]*` : begin, "gi");
}

/**
 * A pattern of one sign in all the ways in which it may be written: as it was sent, and as JSON, HTML (by name or number), URLs
 * and forms write it. JSON in JSON in JSON puts seven backslashes before it, and more before backslashes of its own, which are
 * taken together with the sign behind them. Letters and digits are written as they are everywhere.
 */
function echoOf(_: string, own = "", sign = ""): string {
  // What the sign itself may begin with would belong to either.
  const before = ["\\\\", "%5C", "&#(?:92|x5c);"].filter((way) => !sign || !way.startsWith(sign)).join("|");
  if (!sign) return `(?:${before}){1,99}`;
  const json = JSON.stringify(sign).slice(1, -1);
  const octets = [...new TextEncoder().encode(sign)].map((octet) => `%${hexOf(octet, 2)}`);
  const ways = new Set([json, inUnits(sign), octets.join(""), sign, sign === " " ? "+" : sign]);
  return `(?:${before}){${own ? 1 : 0},99}(?:${[...ways].map(inUnits).join("|")}|&(?!#92;|#x5c;)#?\\w{1,31};)`;
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
