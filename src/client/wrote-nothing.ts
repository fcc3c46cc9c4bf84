/** Failures of Node's resolver, sockets and TLS that come before the first byte of a request. */
const BEFORE_WRITING =
  /^(ENOTFOUND|EAI_\w+|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|ERR_TLS_\w+|EPROTO|ERR_SSL_\w+|UNABLE_TO_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN)$/;

/** How deep causes are followed; a cycle ends there. */
const MAX_DEPTH = 5;

/**
 * Whether a request failed before a byte of it was written. False where that cannot be told, as in a browser:
 * a lost connection may have delivered everything.
 */
export function wroteNothing(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > MAX_DEPTH) return false;
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown };
  if (typeof code === "string") return BEFORE_WRITING.test(code);
  if (Array.isArray(errors) && errors.length > 0) return errors.every((one) => wroteNothing(one, depth + 1));
  return wroteNothing(cause, depth + 1);
}
