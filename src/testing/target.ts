/** Path and query of a request line; the absolute form, which proxies send, is accepted too (RFC 9112, 3.2.2). */
export function parseTarget(target: string): URL | undefined {
  try {
    return new URL(target.startsWith("/") ? `http://mock${target}` : target);
  } catch {
    return undefined;
  }
}
