import { fetchTransport } from "userpush";
import { createOpscomClient } from "userpush/opscom";
import { createContractFetch, validProfile } from "userpush/testing";

// A stand-in of OPS-COM: leave this line and `transport` out to call the real one.
const contract = await createContractFetch({ apis: ["opscom"] });

const repeats = new Map<string, number>();
const opscom = createOpscomClient({
  tenant: "OC_TOMA",
  apiToken: "YOUR-API-TOKEN",
  transport: fetchTransport(contract.fetch),
  logger: console,
  hooks: {
    onRetry: ({ operation }) => repeats.set(operation, (repeats.get(operation) ?? 0) + 1),
  },
});

contract.failNext("429");
const { reference_id } = await opscom.pushProfile(validProfile());
console.log(`known as ${reference_id}, after ${repeats.get("pushProfile")} repeat`);
