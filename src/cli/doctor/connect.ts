import { once } from "node:events";
import { connect as connectTcp, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";

export interface Connecting {
  /** Where to: the host of the API. */
  readonly host: string;
  readonly port: number;
  readonly proxy: URL | undefined;
  readonly signal: AbortSignal;
}

/** Opens a connection to a host, through the proxy where there is one. Rejects as Node does. */
export async function connect({ host, port, proxy, signal }: Connecting): Promise<Socket> {
  const socket = proxy ? openProxy(proxy) : connectTcp({ host, port });
  // A socket that is ended later must not bring the process down.
  socket.on("error", () => undefined);
  try {
    await once(socket, proxy?.protocol === "https:" ? "secureConnect" : "connect", { signal });
    if (proxy) await openTunnel({ socket, proxy, authority: `${host}:${port}`, signal });
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

function openProxy({ protocol, hostname, port }: URL): Socket {
  const host = hostname.replace(/^\[|\]$/g, "");
  if (protocol === "https:") return connectTls({ host, port: Number(port || 443), servername: host });
  return connectTcp({ host, port: Number(port || 80) });
}

interface Tunnel {
  readonly socket: Socket;
  readonly proxy: URL;
  readonly authority: string;
  readonly signal: AbortSignal;
}

/** Asks a proxy for a way to the host (RFC 9110, 9.3.6). */
async function openTunnel({ socket, proxy, authority, signal }: Tunnel): Promise<void> {
  const { username, password } = proxy;
  const pair = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`);
  const login = username ? `Proxy-Authorization: Basic ${pair.toString("base64")}\r\n` : "";
  socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n${login}\r\n`);
  const [answer] = (await once(socket, "data", { signal })) as [Buffer];
  const [, status = "no HTTP"] = /^HTTP\/1\.[01] (\d{3})/.exec(answer.toString("latin1")) ?? [];
  if (status !== "200") throw new Error(`the proxy answers ${status}`);
}
