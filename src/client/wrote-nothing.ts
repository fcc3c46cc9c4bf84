/**
 * Failures of the resolver, of connecting and of judging the certificate of the other side, and requests that nobody could
 * send, which come before the first byte; what can come later, too, with its system call. What the other side says of our
 * certificate (`…_ALERT_CERTIFICATE_…`) may come later, as may most of what TLS says (`ERR_SSL_…`), and is not among them.
 * `src/node/` says `UNABLE_TO_SEND` where it knows more.
 */
const BEFORE_WRITING =
  /^(ENOTFOUND|EAI_|UND_ERR_C(ONNECT_TIMEOUT|LOSED )|UNABLE_TO_|(UND_)?ERR_INVALID_(URL|ARG) |E(CONNREFUSED|HOSTUNREACH|NETUNREACH) connect$)|CERT[_ ]/;

/**
 * Whether a request failed before a byte of it was written. False where that cannot be told, as in a browser:
 * a lost connection may have delivered everything.
 */
export function wroteNothing(error: unknown, depth = 0): boolean {
  // How deep causes are followed; a cycle ends there, and so does what has no cause.
  const MAX_DEPTH = 5;
  if (depth > MAX_DEPTH) return false;
  const { code, message, syscall, cause, errors } = Object(error) as Readonly<Record<string, unknown>>;
  if (Array.isArray(errors) && errors.length > 0) return errors.every((one) => wroteNothing(one, depth + 1));
  // `fetch` refuses some ports, and has no code for it.
  if (typeof code !== "string") return message === "bad port" || wroteNothing(cause, depth + 1);
  return BEFORE_WRITING.test(`${code} ${syscall}`);
}
