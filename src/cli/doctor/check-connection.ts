import { lookup } from "node:dns/promises";
import type { Socket } from "node:net";
import { type Check, failed, ok } from "./check.ts";
import type { ProxyChoice } from "./choose-proxy.ts";
import { connect } from "./connect.ts";

/** A step that takes longer will not get better. */
const STEP_TIMEOUT_MS = 10_000;

/** Looks up the name of the host, or of the proxy, which looks up the other. */
export async function checkName(host: string): Promise<Check> {
  try {
    const addresses = await lookup(host.replace(/^\[|\]$/g, ""), { all: true });
    return ok("name", `${host} is ${addresses.map(({ address }) => address).join(", ")}`);
  } catch (error) {
    return failed({
      ...{ subject: "name", found: `${host} is not known (${codeOf(error)})`, exitCode: 5 },
      advice: "Check the spelling of the base URL, and whether this machine can look up names.",
    });
  }
}

/** What is said of the proxy; a choice is never wrong by itself. */
export function checkProxy(choice: ProxyChoice): Check {
  if (!choice.proxy) return ok("proxy", `none: ${choice.reason}`);
  return ok("proxy", `${choice.proxy.host}, as ${choice.from} says`);
}

export interface Connected {
  readonly check: Check;
  /** Open, where the connection could be made. */
  readonly socket?: Socket;
}

/** Connects to the host, through the proxy where there is one. */
export async function checkConnection(
  url: URL,
  { proxy }: ProxyChoice,
  signal: AbortSignal,
): Promise<Connected> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const port = Number(url.port || (url.protocol === "https:" ? 443 : 80));
  const through = proxy ? ` through ${proxy.host}` : "";
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(STEP_TIMEOUT_MS)]);
    const socket = await connect({ host, port, proxy, signal: limit });
    return { socket, check: ok("connection", `${host} listens on port ${port}${through}`) };
  } catch (error) {
    const advice = proxy
      ? "Ask whoever runs the proxy to allow this host, or exempt it by NO_PROXY."
      : "Check host and port of the base URL, and whether a firewall stands between; a campus may need HTTPS_PROXY.";
    const found = `no connection to port ${port} of ${host}${through} (${codeOf(error)})`;
    return { check: failed({ subject: "connection", found, advice, exitCode: 5 }) };
  }
}

/** The code of Node's error, which is short and holds nothing but itself. */
export function codeOf(error: unknown): string {
  const { code, name, message, errors, cause } = error as Error & { code?: unknown; errors?: unknown[] };
  if (name === "AbortError" && cause) return codeOf(cause);
  if (name === "TimeoutError" || name === "AbortError") return "no answer in time";
  if (typeof code === "string") return code;
  return errors?.[0] ? codeOf(errors[0]) : message;
}
