import type { IncomingMessage } from "node:http";

/** Lets pages of any origin call the mock and read its answers, whatever headers they send. */
export function corsHeaders({ headers }: IncomingMessage): Record<string, string> {
  const { origin } = headers;
  if (!origin) return {};
  const asked = headers["access-control-request-headers"];
  return {
    "access-control-allow-origin": origin,
    "access-control-allow-methods": "POST, OPTIONS",
    "access-control-expose-headers": "sl-violations, retry-after",
    ...(asked ? { "access-control-allow-headers": asked } : {}),
    vary: "origin",
  };
}
