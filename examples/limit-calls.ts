import { fetchTransport } from "userpush";
import { createOpscomClient } from "userpush/opscom";
import { createContractFetch, validProfile } from "userpush/testing";

const contract = await createContractFetch({ apis: ["opscom"] });
const opscom = createOpscomClient({
  tenant: "OC_TOMA",
  apiToken: "YOUR-API-TOKEN",
  transport: fetchTransport(contract.fetch),
  timeoutMs: 10_000,
  deadlineMs: 60_000,
  maxRetries: 5,
});

// While somebody waits at a screen: one attempt, and a short one.
contract.failNext("stall");
const hurried = await opscom.safe.pushProfile(validProfile(), { timeoutMs: 100, maxRetries: 0 });
console.log(hurried.ok ? "done" : `${hurried.error.code}: ${hurried.error.message}`);

// The person has closed the page.
contract.failNext("stall");
const closed = new AbortController();
setTimeout(() => closed.abort(), 100);
const given = await opscom.safe.pushProfile(validProfile(), { signal: closed.signal });
console.log(given.ok ? "done" : `${given.error.code}: ${given.error.message}`);
