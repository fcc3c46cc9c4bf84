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

function echoesOf(secret: string): string[] {
  const quoted = JSON.stringify(secret).slice(1, -1);
  const escaped = secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const encoded = encodeURIComponent(secret.toWellFormed());
  const html = escaped.replaceAll('"', "&quot;").replaceAll("'", "&#39;");
  return [secret, quoted, escaped, html, encoded, encoded.replaceAll("%20", "+")];
}

/** The beginning of an answer on one line, without secrets. They go first, so that none is cut in half and missed. */
export function excerptOf(text: string, redact: Redact): string {
  const line = redact(text.slice(0, 20 * MAX_EXCERPT))
    .replace(/\s+/g, " ")
    .trim();
  return line.length > MAX_EXCERPT ? `${line.slice(0, MAX_EXCERPT)}…` : line;
}
