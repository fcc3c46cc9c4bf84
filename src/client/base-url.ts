import { ConfigurationError } from "./errors.ts";

const LOOPBACK = /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Whether a host is this machine. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname);
}

/** Checks a base URL and returns it without a slash at its end. Its value is in no message: it may hold a password. */
export function checkBaseUrl(baseUrl: string | undefined, allowInsecureHttp: boolean): string {
  const url = URL.canParse(baseUrl ?? "") && new URL(baseUrl as string);
  // What is more than origin and path is a user, a password, a query or a fragment.
  if (!url || url.href !== url.origin + url.pathname || !/^https?:/.test(url.href))
    throw refusal("must be an https address without user, query or fragment, as in https://host.example");
  const { protocol, hostname, href } = url;
  if (protocol === "http:" && !allowInsecureHttp && !isLoopback(hostname))
    throw refusal(
      `must begin with https: http to ${hostname} shows the token to everyone (allowInsecureHttp allows it)`,
    );
  return href.replace(/\/+$/, "");
}

function refusal(reason: string): ConfigurationError {
  return new ConfigurationError({ message: `baseUrl ${reason}`, setting: "baseUrl" });
}
