import { contracts } from "./contract.ts";
import type { MockAnswer } from "./exchange.ts";
import { MAX_LISTED } from "./refuse.ts";
import { parseTarget } from "./target.ts";

/** Query parameters that hold a token, as the documents mark them. */
const SECRETS = Object.values(contracts).flatMap(({ operations }) =>
  operations.flatMap(({ secret }) => (secret?.in === "query" ? [secret.name] : [])),
);

const MAX_TARGET = 200;

/** One line about one exchange: what was asked, what was answered and why. Never a body, never a token. */
export function describeExchange(method: string, target: string, { status, findings }: MockAnswer): string {
  const line = `${method} ${maskTarget(target)} ${status}`;
  return [line, ...findings.slice(0, MAX_LISTED).map(({ message }) => `  ${message}`)].join("\n");
}

function maskTarget(target: string): string {
  const url = parseTarget(target);
  if (!url) return "(no path)";
  const query = [...url.searchParams.keys()].map((name) => `${name}=${SECRETS.includes(name) ? "***" : "…"}`);
  return `${url.pathname}${query.length > 0 ? "?" : ""}${query.join("&")}`.slice(0, MAX_TARGET);
}
