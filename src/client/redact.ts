/** An excerpt is there to recognise an answer, not to keep it. */
const MAX_EXCERPT = 200;

/** Shorter values would turn ordinary words into stars, and are in ordinary words anyway. */
const MIN_SECRET = 3;

/** Replaces what must not be seen, in each of the ways in which an answer can echo it. */
export type Redact = (text: string) => string;

/** Makes a redaction for the secrets of one request. Longer ones go first, so that no remainder is left of them. */
export function createRedaction(secrets: () => readonly string[]): Redact {
  return function redact(text) {
    const echoes = secrets()
      .filter((secret) => secret.length >= MIN_SECRET)
      .flatMap(echoesOf);
    return [...new Set(echoes)]
      .sort((one, other) => other.length - one.length)
      .reduce((rest, echo) => rest.replaceAll(echo, "***"), text);
  };
}

/** As it was sent, and as JSON (of JavaScript and of PHP), HTML, URLs and forms write it. */
function echoesOf(secret: string): string[] {
  const quoted = JSON.stringify(secret).slice(1, -1);
  const ascii = quoted.replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  const escaped = secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const html = escaped.replaceAll('"', "&quot;").replaceAll("'", "&#39;");
  const encoded = encodeURIComponent(secret.toWellFormed());
  const form = new URLSearchParams([["", secret]]).toString().slice(1);
  const urls = [encoded, encoded.replaceAll("'", "%27"), form, form.replaceAll("+", "%20")];
  const lower = urls.map((url) => url.replace(/%[\dA-F]{2}/g, (octet) => octet.toLowerCase()));
  return [
    secret,
    ...[quoted, ascii].flatMap((json) => [json, json.replaceAll("/", "\\/")]),
    escaped,
    html,
    ...urls,
    ...lower,
  ];
}

/** The beginning of an answer on one line, without secrets. They go first, so that none is cut in half and missed. */
export function excerptOf(text: string, redact: Redact): string {
  const line = redact(text.slice(0, 20 * MAX_EXCERPT))
    .replace(/[\s\p{C}]+/gu, " ")
    .trim();
  return line.length > MAX_EXCERPT ? `${line.slice(0, MAX_EXCERPT)}…` : line;
}
