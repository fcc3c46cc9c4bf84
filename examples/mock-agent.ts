import { MockAgent, setGlobalDispatcher } from "undici";
import { createOpscomClient } from "userpush/opscom";

const agent = new MockAgent();
agent.disableNetConnect();
setGlobalDispatcher(agent);
agent
  .get("https://controller.operationscommander.io")
  .intercept({ path: "/api/OC_TOMA/v1/profiles/push", method: "POST" })
  .reply(200, { status: "success", reference_id: 44 });

// No `transport`: the client sends by the `fetch` of Node, which asks the global dispatcher.
const opscom = createOpscomClient({ tenant: "OC_TOMA", apiToken: "YOUR-API-TOKEN" });
const { reference_id } = await opscom.pushProfile({ unique_id: "00123456", login_source: "OPSCOM" });
console.log(`known as ${reference_id}`);
