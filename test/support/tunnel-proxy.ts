import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";

export interface TunnelProxy {
  readonly url: string;
  /** Host and port of every tunnel that was asked for. */
  readonly asked: string[];
  readonly close: () => void;
}

/** Starts a proxy that leads every tunnel to one server, wherever it was asked to go, or refuses it. */
export async function startTunnelProxy(server: { url: string }, status = "200 OK"): Promise<TunnelProxy> {
  const asked: string[] = [];
  const proxy = createServer().on("connect", (request, socket: Socket) => {
    asked.push(request.url ?? "");
    const upstream = connect(Number(new URL(server.url).port), "127.0.0.1", () => {
      socket.write(`HTTP/1.1 ${status}\r\n\r\n`);
      if (status === "200 OK") upstream.pipe(socket).pipe(upstream);
      else socket.end();
    });
    upstream.on("error", () => socket.destroy());
    socket.on("error", () => upstream.destroy());
  });
  await once(proxy.listen(0, "127.0.0.1"), "listening");
  const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  return { url, asked, close: () => proxy.close() };
}
