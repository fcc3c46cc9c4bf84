import { fetchTransport, type UserpushError } from "userpush";
import { createActiveplatformClient } from "userpush/activeplatform";
import { createContractFetch, validNewUser } from "userpush/testing";

/** What an app does next. Every error asks for one of these five. */
function nextStep(error: UserpushError): string {
  if (error.uncertain) return "look the person up there before anything else";
  if (error.retryable) return "put it back into the queue";
  if (error.code === "validation")
    return `ask for ${error.issues.map(({ field }) => field).join(", ")} again`;
  if (error.code === "rejected") return `show: ${error.fault?.meaning}`;
  return "call an operator";
}

const contract = await createContractFetch({ apis: ["activeplatform"] });
const activeplatform = createActiveplatformClient({
  apiToken: "YOUR-API-TOKEN",
  baseUrl: "https://billing.example.edu",
  transport: fetchTransport(contract.fetch),
  maxRetries: 0,
});

async function create(changes?: Partial<ReturnType<typeof validNewUser>>): Promise<void> {
  const result = await activeplatform.safe.createUser(validNewUser(changes));
  console.log(result.ok ? `created as ${result.data.id}` : `${result.error.code}: ${nextStep(result.error)}`);
}

await create();
await create({ email: "no address" });
contract.failNext({ fault: "email has already been taken" });
await create();
contract.failNext("429");
await create();
contract.failNext("lostAnswer");
await create();
contract.failNext({ status: 401, body: { error: "invalid api_token" } });
await create();
