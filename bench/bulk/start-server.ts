import { fork } from "node:child_process";
import { once } from "node:events";

/** Starts the API of a measurement in a process of its own, so that its CPU is nobody's. */
export async function startServer(
  delayMs: number,
): Promise<{ readonly url: string; readonly stop: () => void }> {
  const server = fork(new URL("loopback-server.ts", import.meta.url), [String(delayMs)]);
  const [port] = (await once(server, "message")) as [number];
  return { url: `http://127.0.0.1:${port}`, stop: () => void server.kill() };
}
