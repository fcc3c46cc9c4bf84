// Run as a process of its own, because Node reads NODE_EXTRA_CA_CERTS at its start: creates one user over each transport at
// the address that is the last argument, and prints what became of it.
import { createCcsClient } from "../../src/apis/ccs.ts";
import { fetchTransport } from "../../src/client/fetch-transport.ts";
import { undiciTransport } from "../../src/node/undici-transport.ts";

const outcomes = await Promise.all(
  [fetchTransport(), undiciTransport()].map(async (transport) => {
    const ccs = createCcsClient({ baseUrl: process.argv.at(-1) ?? "", transport, maxRetries: 0 });
    const result = await ccs.safe.addUser({ email: "ann@example.com", firstName: "Ann", roleId: 1 });
    return result.ok ? "created" : `${result.error.code} ${result.error.uncertain ? "uncertain" : "certain"}`;
  }),
);
console.log(outcomes.join(", "));
process.exit();
