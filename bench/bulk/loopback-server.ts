// An API that answers at once, but does what every API does: it reads the whole body as JSON and looks for the token.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const delayMs = Number(process.argv[2] ?? 0);

const server = createServer((request, response) => {
  let body = "";
  request.setEncoding("utf8").on("data", (chunk: string) => {
    body += chunk;
  });
  request.on("end", () => {
    const { apiToken } = JSON.parse(body) as { apiToken?: string };
    const answer = apiToken ? '{"status":"success","reference_id":44}' : '{"ErrorCode":9001}';
    const end = () => response.writeHead(200, { "content-type": "application/json" }).end(answer);
    if (delayMs > 0) setTimeout(end, delayMs);
    else end();
  });
});
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
