import { ConfigurationError, NetworkError } from "../client/errors.ts";
import { wroteNothing } from "../client/wrote-nothing.ts";

/** What undici says when a proxy refuses a tunnel; its code, `UND_ERR_ABORTED`, says nothing. */
const REFUSED_BY_PROXY = /^Proxy response \((\d+)\)/;

/** The error of a request of which nothing was written, so that whoever gets it can tell. */
export function toUnsent(error: Error): Error {
  const [, status] = REFUSED_BY_PROXY.exec(error.message) ?? [];
  if (status) return refusedByProxy(Number(status), error);
  return wroteNothing(error) ? error : unableToSend(error);
}

/** The error of a call on a transport that was closed; another attempt would fare no better. */
export function closedError(): Error {
  return new ConfigurationError({ message: "the transport was closed", cause: unableToSend() });
}

/** What a proxy refuses for want of a password or a permission, it refuses again; only a failure of its own may pass. */
function refusedByProxy(status: number, error: Error): Error {
  const facts = { message: `the proxy refused the connection (${status})`, cause: unableToSend(error) };
  return status >= 500 || status === 429 ? new NetworkError(facts) : new ConfigurationError(facts);
}

/** `wroteNothing` knows every code that begins like this one. */
function unableToSend(cause?: Error): Error {
  return Object.assign(new Error("nothing was sent", { cause }), { code: "UNABLE_TO_SEND" });
}
