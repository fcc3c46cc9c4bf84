// npm run mock:prism: plain `prism mock`, one process for each document, on ports 4011 and up.
// For those who want Prism as it is; `userpush mock` also takes XML and text/json, and names every fault.
import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";

const FIRST_PORT = Number(process.argv[2] ?? 4011);

const documents = (await readdir("openapi")).filter((file) => file.endsWith(".yaml"));
const prisms = documents.map((document, index) => {
  const port = String(FIRST_PORT + index);
  console.log(`${document}: http://127.0.0.1:${port}`);
  return spawn("prism", ["mock", "--port", port, `openapi/${document}`], {
    stdio: ["ignore", "ignore", "inherit"],
  });
});

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    for (const prism of prisms) prism.kill(signal);
  });
}
