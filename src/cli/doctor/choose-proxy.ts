import { isLoopback } from "../../client/base-url.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** The proxy that requests to an address go through, and what says so; or why they go through none. */
export type ProxyChoice =
  | { readonly proxy: URL; readonly from: string }
  | { readonly proxy: undefined; readonly reason: string };

/** As the transport of a push chooses: the same variables, in the same order, and none for this machine. */
export function chooseProxy(url: URL, environment: Environment): ProxyChoice {
  if (isLoopback(url.hostname))
    return { proxy: undefined, reason: "this machine is reached without a proxy" };
  const found = findVariable(url.protocol, environment);
  if (!found) return { proxy: undefined, reason: "no proxy is set" };
  const exempt = exemption(url, environment["no_proxy"] ?? environment["NO_PROXY"] ?? "");
  if (exempt !== undefined) return { proxy: undefined, reason: `NO_PROXY exempts it by "${exempt}"` };
  return { proxy: new URL(found.value), from: found.name };
}

function findVariable(
  protocol: string,
  environment: Environment,
): { name: string; value: string } | undefined {
  const secure = protocol === "https:" ? ["https_proxy", "HTTPS_PROXY"] : [];
  const names = [...secure, "http_proxy", "HTTP_PROXY"];
  const name = names.find((one) => environment[one] && URL.canParse(environment[one]));
  return name === undefined ? undefined : { name, value: environment[name] as string };
}

/** The entry of NO_PROXY that names a host, one of its domains, or every host. */
function exemption({ hostname, port, protocol }: URL, noProxy: string): string | undefined {
  const actualPort = port || (protocol === "https:" ? "443" : "80");
  return noProxy.split(/[,\s]/).find((entry) => {
    if (entry === "") return false;
    const [, host = entry, entryPort] = /^(.+):(\d+)$/.exec(entry) ?? [];
    const domain = host.replace(/^\*?\./, "").toLowerCase();
    if (entryPort !== undefined && entryPort !== actualPort) return false;
    return noProxy === "*" || hostname === domain || hostname.endsWith(`.${domain}`);
  });
}
