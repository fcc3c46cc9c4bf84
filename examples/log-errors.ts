import { fetchTransport, isUserpushError, type UserpushError } from "userpush";
import { createOpscomClient } from "userpush/opscom";
import { createContractFetch, validProfile } from "userpush/testing";

/** For the log: `message` and `stack` are no members that JSON shows by itself. */
function toLog(error: UserpushError): string {
  return JSON.stringify({ ...error, message: error.message, cause: causeOf(error) });
}

/** What Node said of the connection, as in `read ECONNRESET`. */
function causeOf({ cause }: Error): string | undefined {
  return cause instanceof Error ? (causeOf(cause) ?? cause.message) : undefined;
}

/** For the person at the screen: what they can do something about, and nothing of the inside. */
function toPerson(error: UserpushError): string {
  if (error.code === "validation") return error.issues.map(({ message }) => message).join("; ");
  if (error.code === "rejected" && error.fault) return error.fault.meaning;
  return "This did not work. We have been told.";
}

const contract = await createContractFetch({ apis: ["opscom"] });
const opscom = createOpscomClient({
  tenant: "OC_TOMA",
  apiToken: "YOUR-API-TOKEN",
  transport: fetchTransport(contract.fetch),
  maxRetries: 0,
});

async function push(person: Parameters<typeof opscom.pushProfile>[0]): Promise<void> {
  try {
    await opscom.pushProfile(person);
  } catch (error) {
    if (!isUserpushError(error)) throw error;
    console.log(`log: ${toLog(error)}`);
    console.log(`person: ${toPerson(error)}`);
  }
}

await push(validProfile({ first_name: "A".repeat(51) }));
contract.respondWith({ fault: 9019 });
await push(validProfile());
contract.failNext("reset");
await push(validProfile());
