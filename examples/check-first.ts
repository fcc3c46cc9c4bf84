import { fetchTransport } from "userpush";
import { createOpscomClient, profileValidator } from "userpush/opscom";
import { createContractFetch, validProfile } from "userpush/testing";

// What a form sent: nobody knows yet what it is.
const sent: unknown = { unique_id: "00123456", login_source: "OPSCOM", first_name: "A".repeat(51) };

const checked = await profileValidator["~standard"].validate(sent);
if (checked.issues)
  for (const { field, rule, message } of checked.issues) console.log(`${field} (${rule}): ${message}`);

// A site that allows longer names than the vendor's page does.
const contract = await createContractFetch({ apis: ["opscom"] });
const opscom = createOpscomClient({
  tenant: "OC_TOMA",
  apiToken: "YOUR-API-TOKEN",
  transport: fetchTransport(contract.fetch),
  validate: { warn: ["first_name"] },
  logger: { debug: () => undefined, warn: (line) => console.log(`warning: ${line}`) },
});
contract.respondWith({ status: 200, body: { status: "success", reference_id: 45 } });
const { reference_id } = await opscom.pushProfile(validProfile({ first_name: "A".repeat(51) }));
console.log(`known as ${reference_id}`);
