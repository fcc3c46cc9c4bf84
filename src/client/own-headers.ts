import { showName } from "../contract/show-name.ts";
import { ConfigurationError } from "./errors.ts";

/** Headers of the caller's own, for every request of a client. */
export interface OwnHeaders {
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** What must be in no message. */
  readonly secrets: readonly string[];
}

/** Takes the headers of a caller; throws `ConfigurationError` for a name or value that no request can hold. */
export function takeHeaders(given: Readonly<Record<string, string>> = {}): OwnHeaders {
  const headers = checkHeaders(given);
  return { headers, secrets: Object.values(headers).flatMap(secretsOf) };
}

/** What cannot be sent is found here, and not when people are sent. */
function checkHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  // Of JavaScript: a variable that is not set would be sent as the word "undefined".
  const empty = Object.keys(headers).find((name) => (headers[name] ?? undefined) === undefined);
  if (empty !== undefined) throw refusal(`headers must hold texts, and there is none for ${showName(empty)}`);
  try {
    return Object.fromEntries(new Headers(headers));
  } catch {
    throw refusal("headers must hold names and values that HTTP allows: letters, digits and signs of ASCII");
  }
}

function refusal(message: string): ConfigurationError {
  return new ConfigurationError({ message, setting: "headers" });
}

/**
 * The parts of a header that an answer may echo: the whole, what follows the scheme, what Basic encodes, and each value of a list, as
 * of cookies.
 */
function secretsOf(value: string): string[] {
  const [scheme = "", ...parts] = value.split(/[ \t]+/);
  const decoded = /^basic$/i.test(scheme) ? parts.flatMap(decodeBase64) : [];
  const values = value.split(/[;,\s]+/).flatMap((part) => /=(.+)/.exec(part)?.[1]?.replaceAll('"', "") ?? []);
  return [value, ...parts, ...values, ...decoded, ...decoded.flatMap((pair) => pair.split(":").slice(1))];
}

/** As each of the two encodings reads it in which Basic is sent. */
function decodeBase64(text: string): string[] {
  try {
    const latin = atob(text);
    return [latin, new TextDecoder().decode(Uint8Array.from(latin, (sign) => sign.charCodeAt(0)))];
  } catch {
    return [];
  }
}
