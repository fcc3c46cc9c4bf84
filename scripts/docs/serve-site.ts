import { createReadStream, statSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { createGzip } from "node:zlib";
import type { Site } from "./site.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

export interface ServedSite {
  readonly url: string;
  close(): void;
}

/** Serves a built site on this machine alone, as a host of static files would: under its base path, and gzipped. */
export async function serveSite(site: Site, port = 0): Promise<ServedSite> {
  const server = createServer((request, response) => {
    const file = findFile(site, readPath(request.url ?? "/"));
    if (file) send(response, file, 200);
    else send(response, join(site.folder, "404.html"), 404);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${taken}${site.base}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The path that a request asks for; one that makes no sense is asked for as it came, and found nowhere. */
function readPath(url: string): string {
  const path = url.replace(/[?#].*/s, "");
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The file behind a path, which never lies outside the site. */
function findFile({ base, folder }: Site, path: string): string | undefined {
  if (!path.startsWith(base) || path.includes("\0")) return undefined;
  const file = join(folder, normalize(`/${path.slice(base.length)}`));
  const index = join(file, "index.html");
  return [file, index].find((one) => statSync(one, { throwIfNoEntry: false })?.isFile());
}

function send(response: ServerResponse, file: string, status: number): void {
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  response.writeHead(status, {
    "content-type": type,
    "content-encoding": "gzip",
    "cache-control": "no-cache",
  });
  createReadStream(file).pipe(createGzip()).pipe(response);
}
