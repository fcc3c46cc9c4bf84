import { ConfigurationError } from "./errors.ts";

const LOOPBACK = /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Whether a host is this machine. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname);
}

/** Checks a base URL and returns it without a slash at its end. Its value is in no message: it may hold a password. */
export function checkBaseUrl(baseUrl: string | undefined, allowInsecureHttp: boolean): string {
  if (!baseUrl) throw refusal("is missing; it is where the API is, as in https://host.example");
  if (!URL.canParse(baseUrl)) throw refusal("is not a URL; it must look like https://host.example");
  const { protocol, hostname, href, origin, pathname } = new URL(baseUrl);
  if (!/^https?:/.test(protocol)) throw refusal(`must begin with https://, and ${protocol} came`);
  if (href !== origin + pathname) throw refusal("must hold neither user, password, query nor fragment");
  if (protocol === "http:" && !allowInsecureHttp && !isLoopback(hostname)) {
    throw refusal(
      `must begin with https://: plain http to ${hostname} shows the token to everyone (allowInsecureHttp allows it)`,
    );
  }
  return href.replace(/\/+$/, "");
}

function refusal(reason: string): ConfigurationError {
  return new ConfigurationError({ message: `baseUrl ${reason}`, setting: "baseUrl" });
}
