import { Agent, type Dispatcher, EnvHttpProxyAgent, Pool } from "undici";
import { isLoopback } from "../client/base-url.ts";
import { proxyOf } from "./proxy-of.ts";

/** The connections of a program, through the proxy of the environment where there is one. */
export interface Dispatchers {
  /** What is meant for this machine does not leave it, whatever the environment says of proxies. */
  readonly to: (hostname: string) => Dispatcher;
  /** Closes them, after what is in flight; safe to call twice. */
  readonly close: () => Promise<void>;
}

/**
 * Honours `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`; at most so many connections to one host, or any number. Throws
 * `ConfigurationError` where the environment names a proxy that is none.
 */
export function createDispatchers(connections?: number): Dispatchers {
  // The timers of who asks rule, and undici's would end what they allow.
  const options = { connections: connections ?? null, headersTimeout: 0, bodyTimeout: 0 };
  const proxied = new EnvHttpProxyAgent({ ...options, ...proxyOptions() });
  const direct = new Agent(options);
  let closing: Promise<unknown> | undefined;
  return {
    to: (hostname) => (isLoopback(hostname) ? direct : proxied),
    async close() {
      closing ??= Promise.all([proxied.close(), direct.close()]);
      await closing;
    },
  };
}

/** An absent proxy must not be there at all: undici would look it up again. */
function proxyOptions(): EnvHttpProxyAgent.Options {
  const [httpProxy, httpsProxy] = [proxyOf("http"), proxyOf("https")];
  return {
    ...(httpProxy === undefined ? {} : { httpProxy }),
    ...(httpsProxy === undefined ? {} : { httpsProxy }),
    clientFactory: createProxyPool,
  };
}

/** undici asks a proxy again, at once and forever, when it hangs up while it is asked for a tunnel. */
function createProxyPool(origin: URL, options: object): Pool {
  const pool = new Pool(origin, options);
  const connect = pool.connect.bind(pool) as (
    asked: Dispatcher.ConnectOptions,
  ) => Promise<Dispatcher.ConnectData>;
  return Object.assign(pool, {
    connect: (asked: Dispatcher.ConnectOptions) => connect(asked).catch(hungUp),
  });
}

/** It does so by the code of the error, so this one has none. */
function hungUp(error: NodeJS.ErrnoException): never {
  if (error.code !== "UND_ERR_SOCKET") throw error;
  throw new Error("the proxy hung up");
}
