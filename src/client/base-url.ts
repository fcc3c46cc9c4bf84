import { ConfigurationError } from "./errors.ts";

const LOOPBACK = /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Whether a host is this machine. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname);
}

/** Checks a base URL and returns it without a slash at its end. Its value is in no message: it may hold a password. */
export function checkBaseUrl(baseUrl: string, allowInsecureHttp: boolean): string {
  const url = URL.canParse(baseUrl) && new URL(baseUrl);
  // Whatever else a URL holds follows its path, or comes before its host.
  if (!url || url.href !== url.origin + url.pathname)
    throw refusal("look like https://host.example, without user, password, query and fragment");
  const allowed = allowInsecureHttp || isLoopback(url.hostname) ? /^https?:/ : /^https:/;
  if (!allowed.test(url.href))
    throw refusal(
      "begin with https://, because plain http shows the token to everyone (allowInsecureHttp allows it)",
    );
  return url.href.replace(/\/+$/, "");
}

function refusal(wish: string): ConfigurationError {
  return new ConfigurationError({ message: `baseUrl must ${wish}`, setting: "baseUrl" });
}
