import { ConfigurationError } from "../client/errors.ts";

const SCHEME = /^[a-z][a-z\d+.-]*:\/\//i;

/** What undici can speak with a proxy. */
const KNOWN = ["http:", "https:", "socks5:", "socks:"];

/**
 * The proxy that the environment names for a scheme, as a URL; empty where it says that there is none. `proxy.example:3128` is
 * one over http, as for curl. Throws `ConfigurationError`, which shows no value: it may hold a password.
 */
export function proxyOf(scheme: "http" | "https"): string | undefined {
  const names = [`${scheme}_proxy`, `${scheme.toUpperCase()}_PROXY`];
  // The one in small letters wins even where it is empty, as it does for undici and curl.
  const name = names.find((one) => process.env[one] !== undefined);
  const value = name && process.env[name]?.trim();
  return name && value ? checkProxy(name, value) : value;
}

function checkProxy(name: string, value: string): string {
  const text = SCHEME.test(value) ? value : `http://${value}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url?.hostname)
    throw refusal(name, "is not the URL of a proxy; it must look like http://proxy.example:3128");
  if (!KNOWN.includes(url.protocol))
    throw refusal(name, `must begin with http:// or https://, and ${url.protocol} came`);
  if (!isDecodable(url.username) || !isDecodable(url.password))
    throw refusal(name, "has a % in user or password that must be written as %25");
  return url.href;
}

function isDecodable(text: string): boolean {
  try {
    // Bundlers take the call for one without effects, and leave it out where its result is not used.
    return typeof decodeURIComponent(text) === "string";
  } catch {
    return false;
  }
}

function refusal(setting: string, reason: string): ConfigurationError {
  return new ConfigurationError({ message: `${setting} ${reason}`, setting });
}
