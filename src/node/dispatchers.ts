import { Agent, type Dispatcher, EnvHttpProxyAgent } from "undici";
import { isLoopback } from "../client/base-url.ts";

/** The connections of a program, through the proxy of the environment where there is one. */
export interface Dispatchers {
  /** What is meant for this machine does not leave it, whatever the environment says of proxies. */
  readonly to: (hostname: string) => Dispatcher;
  /** Closes them, after what is in flight. */
  readonly close: () => Promise<void>;
}

/** Honours `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`; at most so many connections to one host, or any number. */
export function createDispatchers(connections?: number): Dispatchers {
  // The timers of who asks rule, and undici's would end what they allow.
  const options = { connections: connections ?? null, headersTimeout: 0, bodyTimeout: 0 };
  const proxied = new EnvHttpProxyAgent(options);
  const direct = new Agent(options);
  return {
    to: (hostname) => (isLoopback(hostname) ? direct : proxied),
    async close() {
      await Promise.all([proxied.close(), direct.close()]);
    },
  };
}
