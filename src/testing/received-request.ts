import { bodyRule } from "../contract/body-rule.ts";
import type { Rule } from "../contract/rule.ts";
import type { Examined } from "./examine.ts";
import type { Finding, MockRequest } from "./exchange.ts";

/** A request as a test sees it: what arrived, and nothing that must stay secret. */
export interface ReceivedRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** The id of the operation; absent where no document describes the path. */
  readonly operation?: string;
  readonly query: Readonly<Record<string, string>>;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as a value, whatever its format was; nothing where it could not be read. */
  readonly body: unknown;
  /** Why the request was refused; empty where it keeps its contract. */
  readonly findings: readonly Finding[];
}

/** What stands in place of a token, of a password, and of everything that might be one. */
export const MASK = "***";

/** Headers that hold no secret; a caller may put one into any other. */
const PLAIN_HEADERS =
  /^(accept(-.*)?|connection|content-(length|type|encoding)|host|origin|prefer|sec-fetch-(dest|mode|site|user)|transfer-encoding|user-agent)$/;

export function recordRequest({ method, target, headers }: MockRequest, examined: Examined): ReceivedRequest {
  const { route, said, refusal } = examined;
  const names = Object.entries(headers);
  return {
    method,
    path: target.split("?", 1)[0] ?? "",
    ...(route ? { operation: route.operation.id } : {}),
    // Our documents know one parameter in a query, and it is the token.
    query: Object.fromEntries(Object.keys(said?.query ?? {}).map((name) => [name, MASK])),
    headers: Object.fromEntries(
      names.map(([name, value]) => [name, PLAIN_HEADERS.test(name) ? value : MASK]),
    ),
    body: route && said?.body !== undefined ? mask(bodyRule(route.operation), said.body) : undefined,
    findings: refusal?.findings ?? [],
  };
}

/** A member that is not listed, or is not what it should be, may hold anything. */
function mask(rule: Rule | undefined, value: unknown): unknown {
  if (value === null || value === undefined) return value;
  if (rule?.type === "array" && "items" in rule && Array.isArray(value)) {
    return value.map((item) => mask(rule.items, item));
  }
  if (typeof value === "object") {
    const properties = rule && "properties" in rule && !Array.isArray(value) ? rule.properties : undefined;
    return properties ? maskMembers(properties, value) : MASK;
  }
  return !rule || "password" in rule ? MASK : value;
}

function maskMembers(properties: Readonly<Record<string, Rule>>, value: object): object {
  const members = Object.entries(value).map(([name, member]) => [
    name,
    mask(Object.hasOwn(properties, name) ? properties[name] : undefined, member),
  ]);
  return Object.fromEntries(members);
}
